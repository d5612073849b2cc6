"""Loads a booster and scores rows with it, or trains one and says how it scores: for the test beside."""
import json
import sys

import numpy
import xgboost

what, folder = sys.argv[1], sys.argv[2]
with open(f"{folder}/rows.json", encoding="utf8") as file:
    given = json.load(file)
rows = numpy.array(
    [[numpy.nan if value is None else value for value in row] for row in given["rows"]],
    dtype=numpy.float32,
)
matrix = xgboost.DMatrix(rows, feature_names=given["names"])
booster = xgboost.Booster()
if what == "train":
    matrix.set_label(numpy.array(given["target"]))
    settings = {"objective": "binary:logistic", "max_depth": 6, "base_score": 0.2, "seed": 1, "nthread": 1}
    booster = xgboost.train(settings, matrix, 60)
    booster.save_model(f"{folder}/booster.json")
else:
    booster.load_model(f"{folder}/booster.json")
print(json.dumps([float(score) for score in booster.predict(matrix)]))
