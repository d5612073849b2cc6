"""XGBoost `hist` on the very features that we learn from. Called by risk.ts: folder, rows, features, rows to score, threads, trees."""
import json
import sys
import time

import numpy
import xgboost

folder, rows, features, later, threads, trees = sys.argv[1], *map(int, sys.argv[2:7])
target = numpy.fromfile(f"{folder}/target.u8", numpy.uint8)
scored = numpy.fromfile(f"{folder}/later.f32", numpy.float32).reshape(later, features)


SETTINGS = {
    "objective": "binary:logistic",
    "max_depth": 8,
    "learning_rate": 0.05,
    "subsample": 0.8,
    "colsample_bytree": 0.3,
    "max_bin": 255,
    "tree_method": "hist",
    "nthread": threads,
}
# As risk train takes for these data; of what was tried, the peer is best with them too.
DEEP = {**SETTINGS, "max_depth": 12, "subsample": 1, "colsample_bytree": 0.2, "lambda": 0.3}


def train(member, count, settings=SETTINGS):
    matrix = numpy.fromfile(f"{folder}/member{member}.f32", numpy.float32).reshape(rows, features)
    started = time.perf_counter()
    laid = xgboost.DMatrix(matrix, target)
    booster = xgboost.train({**settings, "seed": member}, laid, count)
    return booster, time.perf_counter() - started


seconds = [train(0, 1000)[1] for _ in range(3)]
for member in range(4):
    booster, _ = train(member, trees, DEEP)
    booster.inplace_predict(scored).astype(numpy.float64).tofile(f"{folder}/xgboost{member}.f64")
booster, _ = train(0, 300)
booster.set_param({"nthread": 1})
started = time.perf_counter()
for _ in range(5):
    booster.inplace_predict(scored)
print(
    json.dumps(
        {
            "version": xgboost.__version__,
            "trainSeconds": sorted(seconds)[1],
            "scoredPerSecond": 5 * later / (time.perf_counter() - started),
        }
    )
)
