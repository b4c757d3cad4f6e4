//! Inputs and outputs of a session. Inputs are checked against the model before ONNX Runtime sees
//! them.

use ort::value::{Outlet, TensorElementType, ValueType};

use crate::runtime::error::{Error, Result};

/// An input of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SessionInput<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its values in row-major order.
    pub values: &'a [f32],
    /// Its shape.
    pub shape: &'a [usize],
}

/// An output of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionOutput {
    /// Its name.
    pub name: String,
    /// Its shape.
    pub shape: Vec<usize>,
    /// Its values in row-major order.
    pub values: Vec<f32>,
}

/// An input or output that a model declares.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Port {
    /// Its name.
    pub name: String,
    /// Its dimensions; `None` for one that the model leaves open.
    pub shape: Vec<Option<usize>>,
    /// Whether it is a tensor of f32: the only kind that [`Session::run`](super::Session::run)
    /// takes and gives.
    pub is_f32: bool,
}

impl Port {
    pub(super) fn of(outlet: &Outlet) -> Self {
        let (is_f32, shape) = match outlet.dtype() {
            ValueType::Tensor { ty, shape, .. } => (
                *ty == TensorElementType::Float32,
                shape.iter().map(|&size| usize::try_from(size).ok()).collect(),
            ),
            _ => (false, Vec::new()),
        };
        Self { name: outlet.name().to_owned(), shape, is_f32 }
    }

    fn fits(&self, shape: &[usize]) -> bool {
        let open = |(declared, size): (&Option<usize>, &usize)| {
            declared.is_none_or(|declared| declared == *size)
        };
        self.shape.len() == shape.len() && self.shape.iter().zip(shape).all(open)
    }

    /// `f32 [1, 4, 1, ?]`
    fn describe(&self) -> String {
        let sizes: Vec<String> = self
            .shape
            .iter()
            .map(|size| size.map_or("?".into(), |size| size.to_string()))
            .collect();
        format!(
            "{} [{}]",
            if self.is_f32 { "f32" } else { "another type than f32," },
            sizes.join(", ")
        )
    }
}

/// The inputs in the model's order: every one present once, of the declared shape, with as many
/// values as the shape says.
pub(super) fn arrange<'a>(
    ports: &[Port],
    inputs: &[SessionInput<'a>],
) -> Result<Vec<SessionInput<'a>>> {
    let wrong = |name: &str, expected: String, found: String| Error::Tensor {
        role: "input",
        name: name.into(),
        expected,
        found,
    };
    let names = || ports.iter().map(|port| port.name.as_str()).collect::<Vec<_>>().join(", ");
    for (place, SessionInput { name, .. }) in inputs.iter().enumerate() {
        if !ports.iter().any(|port| port.name == *name) {
            return Err(wrong(
                name,
                format!("one of {}", names()),
                "a name that the model lacks".into(),
            ));
        }
        if inputs[..place].iter().any(|earlier| earlier.name == *name) {
            return Err(wrong(name, "it once".into(), "it twice".into()));
        }
    }
    let one = |port: &Port| {
        let found = inputs.iter().find(|input| port.name == input.name);
        let &input @ SessionInput { name, values, shape } =
            found.ok_or_else(|| wrong(&port.name, port.describe(), "nothing".into()))?;
        if !port.is_f32 || !port.fits(shape) {
            return Err(wrong(name, port.describe(), format!("f32 {shape:?}")));
        }
        let count = shape.iter().try_fold(1_usize, |count, size| count.checked_mul(*size));
        if count != Some(values.len()) {
            return Err(wrong(
                name,
                format!("as many values as {shape:?} has"),
                format!("{} values", values.len()),
            ));
        }
        Ok(input)
    };
    ports.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input<'a>(name: &'a str, values: &'a [f32], shape: &'a [usize]) -> SessionInput<'a> {
        SessionInput { name, values, shape }
    }

    fn port(name: &str, shape: &[Option<usize>]) -> Port {
        Port { name: name.into(), shape: shape.to_vec(), is_f32: true }
    }

    #[test]
    fn inputs_are_put_into_the_models_order() {
        let ports = [port("a", &[Some(1), Some(2)]), port("b", &[None])];
        let inputs: [SessionInput<'_>; 2] =
            [input("b", &[1.0, 2.0, 3.0], &[3]), input("a", &[4.0, 5.0], &[1, 2])];
        let arranged = arrange(&ports, &inputs).unwrap();
        assert_eq!(arranged.iter().map(|input| input.name).collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn what_does_not_fit_is_named_with_both_sides() {
        let ports = [port("a", &[Some(1), Some(2)]), port("b", &[None])];
        let b: SessionInput<'_> = input("b", &[1.0], &[1]);
        let cases: [(&[SessionInput<'_>], &str); 6] = [
            (&[b], r#"input "a": expected f32 [1, 2], found nothing"#),
            (
                &[b, input("a", &[1.0, 2.0], &[2, 1])],
                r#"input "a": expected f32 [1, 2], found f32 [2, 1]"#,
            ),
            (
                &[b, input("a", &[1.0, 2.0], &[2])],
                r#"input "a": expected f32 [1, 2], found f32 [2]"#,
            ),
            (
                &[b, input("a", &[1.0], &[1, 2])],
                r#"input "a": expected as many values as [1, 2] has, found 1 values"#,
            ),
            (
                &[b, input("c", &[1.0], &[1])],
                r#"input "c": expected one of a, b, found a name that the model lacks"#,
            ),
            (&[b, b], r#"input "b": expected it once, found it twice"#),
        ];
        for (inputs, message) in cases {
            assert_eq!(arrange(&ports, inputs).unwrap_err().to_string(), message);
        }
        let huge: [SessionInput<'_>; 2] =
            [input("a", &[1.0, 2.0], &[1, 2]), input("b", &[], &[usize::MAX])];
        assert!(arrange(&ports, &huge).is_err());
        let integers = Port { is_f32: false, ..port("b", &[None]) };
        let error = arrange(&[integers], &[b]).unwrap_err().to_string();
        assert_eq!(error, r#"input "b": expected another type than f32, [?], found f32 [1]"#);
    }
}
