//! A library that says it is ONNX Runtime 1.23.2. `tests/runtime_version.rs` compiles it.

use std::ffi::{c_char, c_void};

#[repr(C)]
pub struct Base {
    get_api: extern "system" fn(u32) -> *const c_void,
    get_version_string: extern "system" fn() -> *const c_char,
}

extern "system" fn get_api(_: u32) -> *const c_void {
    std::ptr::null()
}

extern "system" fn get_version_string() -> *const c_char {
    c"1.23.2".as_ptr()
}

static BASE: Base = Base { get_api, get_version_string };

#[unsafe(no_mangle)]
pub extern "system" fn OrtGetApiBase() -> *const Base {
    &BASE
}
