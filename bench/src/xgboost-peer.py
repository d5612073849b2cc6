"""XGBoost `hist` on the very features that we learn from. Called by risk.ts: folder, rows, features, rows to score, threads."""
import json
import sys
import time

import numpy
import xgboost

folder, rows, features, later, threads = sys.argv[1], *map(int, sys.argv[2:6])
target = numpy.fromfile(f"{folder}/target.u8", numpy.uint8)
scored = numpy.fromfile(f"{folder}/later.f32", numpy.float32).reshape(later, features)


def train(member, trees):
    matrix = numpy.fromfile(f"{folder}/member{member}.f32", numpy.float32).reshape(rows, features)
    started = time.perf_counter()
    model = xgboost.XGBClassifier(
        n_estimators=trees,
        max_depth=8,
        learning_rate=0.05,
        subsample=0.8,
        colsample_bytree=0.3,
        max_bin=255,
        tree_method="hist",
        n_jobs=threads,
        random_state=member,
    ).fit(matrix, target)
    return model, time.perf_counter() - started


seconds = [train(0, 1000)[1] for _ in range(3)]
for member in range(4):
    model, _ = train(member, 1000)
    model.predict_proba(scored)[:, 1].astype(numpy.float64).tofile(f"{folder}/xgboost{member}.f64")
small, _ = train(0, 300)
booster = small.get_booster()
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
