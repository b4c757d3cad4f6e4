"""Writes the small models that the runtime tests open: `python generate.py` (needs onnx and numpy);
with `--check` it compares them.

conv.onnx      float Conv [1, 4, 1, 16] -> [1, 6, 1, 16], kernel [1, 3], then LeakyRelu: runs
               anywhere
conv_qdq.onnx  the same Conv with u8 activations and s8 weights per output channel
               (QuantizeLinear/DequantizeLinear)

Opset 17 and IR 8: the newest that the NNAPI provider takes in full.
"""

import pathlib
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FOLDER = pathlib.Path(__file__).parent
INPUTS, OUTPUTS, COLUMNS, KERNEL = 4, 6, 16, 3
X_SCALE, X_ZERO = 2 / 255, 128  # x in [-1, 1]
Y_SCALE, Y_ZERO = 6 / 255, 128


def weights():
    draw = np.random.default_rng(17)
    weight = draw.uniform(-0.5, 0.5, (OUTPUTS, INPUTS, 1, KERNEL)).astype(np.float32)
    return weight, draw.uniform(-0.1, 0.1, OUTPUTS).astype(np.float32)


def constant(name, value):
    return numpy_helper.from_array(np.asarray(value), name)


def save(name, nodes, constants):
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, INPUTS, 1, COLUMNS])
    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, OUTPUTS, 1, COLUMNS])
    graph = helper.make_graph(nodes, name, [x], [y], constants)
    opset = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opset, producer_name="kokoro")
    model.ir_version = 8
    onnx.checker.check_model(model, full_check=True)
    data, path = model.SerializeToString(), FOLDER / f"{name}.onnx"
    if "--check" in sys.argv:
        assert path.read_bytes() == data, f"{path} is not what generate.py writes"
    else:
        path.write_bytes(data)


def conv(x, weight, bias, out):
    return helper.make_node("Conv", [x, weight, bias], [out], "conv",
                            kernel_shape=[1, KERNEL], pads=[0, 1, 0, 1])


def write_float():
    weight, bias = weights()
    leaky = helper.make_node("LeakyRelu", ["c"], ["y"], "leaky", alpha=0.1)
    nodes = [conv("x", "weight", "bias", "c"), leaky]
    save("conv", nodes, [constant("weight", weight), constant("bias", bias)])


def write_qdq():
    weight, bias = weights()
    w_scale = (np.abs(weight).max((1, 2, 3)) / 127).astype(np.float32)
    integers = np.round(weight / w_scale[:, None, None, None]).astype(np.int8)
    b_scale = (np.float32(X_SCALE) * w_scale).astype(np.float32)
    constants = [
        constant("x_scale", np.float32(X_SCALE)), constant("x_zero", np.uint8(X_ZERO)),
        constant("y_scale", np.float32(Y_SCALE)), constant("y_zero", np.uint8(Y_ZERO)),
        constant("w_scale", w_scale), constant("w_zero", np.zeros(OUTPUTS, np.int8)),
        constant("w_int", integers),
        constant("b_scale", b_scale), constant("b_zero", np.zeros(OUTPUTS, np.int32)),
        constant("b_int", np.round(bias / b_scale).astype(np.int32)),
    ]
    quantize, dequantize = "QuantizeLinear", "DequantizeLinear"
    nodes = [
        helper.make_node(quantize, ["x", "x_scale", "x_zero"], ["x_int"], "x_q"),
        helper.make_node(dequantize, ["x_int", "x_scale", "x_zero"], ["x_dq"], "x_dq"),
        helper.make_node(dequantize, ["w_int", "w_scale", "w_zero"], ["w_dq"], "w_dq", axis=0),
        helper.make_node(dequantize, ["b_int", "b_scale", "b_zero"], ["b_dq"], "b_dq", axis=0),
        conv("x_dq", "w_dq", "b_dq", "c"),
        helper.make_node(quantize, ["c", "y_scale", "y_zero"], ["y_int"], "y_q"),
        helper.make_node(dequantize, ["y_int", "y_scale", "y_zero"], ["y"], "y_dq"),
    ]
    save("conv_qdq", nodes, constants)


write_float()
write_qdq()
