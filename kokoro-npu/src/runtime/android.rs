//! Android's system properties.

use std::ffi::{CStr, c_char, c_int};

/// `PROP_VALUE_MAX` of sys/system_properties.h: the longest value with its NUL.
const PROP_VALUE_MAX: usize = 92;

unsafe extern "C" {
    /// bionic, since API level 1. Fills `value` with at most `PROP_VALUE_MAX` bytes and gives the
    /// length.
    fn __system_property_get(name: *const c_char, value: *mut c_char) -> c_int;
}

/// The device's API level (29 is Android 10); `None` if the property is not readable.
pub(super) fn api_level() -> Option<u32> {
    property(c"ro.build.version.sdk")?.trim().parse().ok()
}

/// A system property; `None` if it is not set or not readable.
pub(super) fn property(name: &CStr) -> Option<String> {
    let mut value = [0; PROP_VALUE_MAX];
    // SAFETY: the name is NUL-terminated and the buffer has the size that the function asks for.
    let length = unsafe { __system_property_get(name.as_ptr(), value.as_mut_ptr()) };
    if length <= 0 {
        return None;
    }
    // SAFETY: the buffer was zeroed and is longer than any value, so it holds a NUL.
    let text = unsafe { CStr::from_ptr(value.as_ptr()) };
    text.to_str().ok().map(str::to_owned)
}
