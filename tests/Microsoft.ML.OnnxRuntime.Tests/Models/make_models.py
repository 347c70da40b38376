#!/usr/bin/python3
"""Writes the models of these tests and what NumPy in double precision expects of them. Run with Debian's python3-onnx (opset 17).

mlp.onnx        x[N,8] -> Gemm -> LayerNormalization -> SiLU -> Gemm -> y[N,4], the layer of every learned function here
quantised.onnx  x[N,8] -> QDQ Gemm (int8 weights per channel, int32 bias) -> y[N,4], the form that ONNX Runtime fuses into integer products
"""
import json
import pathlib

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(7)
IN, HIDDEN, OUT, ROWS = 8, 16, 4, 5


def write(name, nodes, weights, x, y):
    graph = helper.make_graph(
        nodes, name,
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["N", IN])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["N", OUT])],
        [numpy_helper.from_array(value, key) for key, value in weights.items()])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="make_models.py")
    model.ir_version = 8
    checker.check_model(model, full_check=True)
    save(model, here / f"{name}.onnx")
    rows = {"rows": len(x), "x": x.astype(np.float32).ravel().tolist(), "y": y.ravel().tolist()}
    (here / f"{name}.json").write_text(json.dumps(rows) + "\n")


def mlp():
    w = {
        "w1": rng.normal(0, IN ** -0.5, (HIDDEN, IN)), "b1": rng.normal(0, 0.1, HIDDEN),
        "gain": rng.normal(1, 0.1, HIDDEN), "shift": rng.normal(0, 0.1, HIDDEN),
        "w2": rng.normal(0, HIDDEN ** -0.5, (OUT, HIDDEN)), "b2": rng.normal(0, 0.1, OUT),
    }
    w = {key: value.astype(np.float32) for key, value in w.items()}
    nodes = [
        helper.make_node("Gemm", ["x", "w1", "b1"], ["h"], transB=1),
        helper.make_node("LayerNormalization", ["h", "gain", "shift"], ["n"], axis=-1, epsilon=1e-5),
        helper.make_node("Sigmoid", ["n"], ["s"]),
        helper.make_node("Mul", ["n", "s"], ["a"]),
        helper.make_node("Gemm", ["a", "w2", "b2"], ["y"], transB=1),
    ]
    x = rng.normal(0, 1, (ROWS, IN)).astype(np.float32)
    d = {key: value.astype(np.float64) for key, value in w.items()}
    h = x.astype(np.float64) @ d["w1"].T + d["b1"]
    n = (h - h.mean(1, keepdims=True)) / np.sqrt(h.var(1, keepdims=True) + 1e-5) * d["gain"] + d["shift"]
    write("mlp", nodes, w, x, (n / (1 + np.exp(-n))) @ d["w2"].T + d["b2"])


def quantised():
    x_scale, x_zero = np.float32(6 / 255), np.uint8(128)
    w_scale = rng.uniform(0.002, 0.006, OUT).astype(np.float32)
    w = rng.integers(-127, 128, (OUT, IN)).astype(np.int8)
    b_scale = (x_scale * w_scale).astype(np.float32)
    b = rng.integers(-2000, 2000, OUT).astype(np.int32)
    weights = {"x_scale": x_scale, "x_zero": x_zero, "w": w, "w_scale": w_scale, "w_zero": np.zeros(OUT, np.int8),
               "b": b, "b_scale": b_scale, "b_zero": np.zeros(OUT, np.int32)}
    weights = {key: np.asarray(value) for key, value in weights.items()}
    nodes = [
        helper.make_node("QuantizeLinear", ["x", "x_scale", "x_zero"], ["xq"]),
        helper.make_node("DequantizeLinear", ["xq", "x_scale", "x_zero"], ["xd"]),
        helper.make_node("DequantizeLinear", ["w", "w_scale", "w_zero"], ["wd"], axis=0),
        helper.make_node("DequantizeLinear", ["b", "b_scale", "b_zero"], ["bd"], axis=0),
        helper.make_node("Gemm", ["xd", "wd", "bd"], ["y"], transB=1),
    ]
    # Inputs away from the rounding boundaries, so that single and double precision quantise them alike.
    x = (rng.integers(-127, 127, (ROWS, IN)) + rng.uniform(-0.3, 0.3, (ROWS, IN))) * float(x_scale)
    x = x.astype(np.float32)
    q = np.clip(np.round(x.astype(np.float64) / float(x_scale)) + 128, 0, 255) - 128
    y = (q @ w.T.astype(np.float64) + b) * float(x_scale) * w_scale.astype(np.float64)
    write("quantised", nodes, weights, x, y)


mlp()
quantised()
