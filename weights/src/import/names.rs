//! From the names in the community's export to those of upstream's state dict.

/// `/decoder/decoder/encode/conv1/Conv_quant` → `decoder.encode.conv1`.
///
/// The path loses its first part (the export's wrapper) and its last (the operator). A part that
/// repeats its parent (`cnn.0/cnn.0.0`) replaces it, and the counter of a repeated use of one
/// module (`query_3`) is removed.
pub(super) fn module_name(node: &str) -> String {
    let parts: Vec<&str> = node.trim_matches('/').split('/').collect();
    let mut path: Vec<&str> = vec![];
    for &part in parts.get(1..parts.len() - 1).unwrap_or_default() {
        match path.last_mut() {
            Some(last) if part.strip_prefix(*last).is_some_and(|rest| rest.starts_with('.')) => {
                *last = part;
            }
            _ => path.push(part),
        }
    }
    let joined = path.join(".");
    let segments: Vec<&str> = joined.split('.').map(without_use_counter).collect();
    with_predictor(&segments.join("."))
}

/// Modules that ALBERT's 12 layers share: the exporter numbers their uses.
const SHARED: [&str; 7] = ["attention", "query", "key", "value", "dense", "ffn", "ffn_output"];

fn without_use_counter(segment: &str) -> &str {
    match segment.rsplit_once('_') {
        Some((stem, count))
            if SHARED.contains(&stem) && count.bytes().all(|c| c.is_ascii_digit()) =>
        {
            stem
        }
        _ => segment,
    }
}

/// Name of a constant that kept a parameter's name behind the export's wrappers.
pub(super) fn parameter_name(constant: &str) -> String {
    let name = constant.strip_prefix("encoder.").unwrap_or(constant);
    match name.strip_prefix("decoder.decoder.") {
        Some(rest) => format!("decoder.{rest}"),
        None => with_predictor(name),
    }
}

/// The export calls these modules of the prosody predictor directly, so that their paths lack its
/// name.
fn with_predictor(name: &str) -> String {
    let first = name.split('.').next().unwrap_or_default();
    if ["F0", "N", "F0_proj", "N_proj", "shared"].contains(&first) {
        format!("predictor.{name}")
    } else {
        name.to_owned()
    }
}

/// Whether this belongs to the inverse STFT, which in the export is a `ConvTranspose` whose basis
/// is computed, not learnt.
pub(super) fn is_istft(name: &str) -> bool {
    name.split('.').any(|part| part == "istft")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_names_of_the_export() {
        for (node, module) in [
            ("/decoder/decoder/encode/conv1/Conv_quant", "decoder.encode.conv1"),
            ("/encoder/text_encoder/cnn.0/cnn.0.0/Conv_quant", "text_encoder.cnn.0.0"),
            ("/encoder/F0.0/conv1/Conv_quant", "predictor.F0.0.conv1"),
            ("/encoder/shared/LSTM_quant", "predictor.shared"),
            ("/encoder/bert/a/attention_11/query_11/MatMul_quant", "bert.a.attention.query"),
            ("/encoder/bert/a/ffn_output_3/MatMul_quant", "bert.a.ffn_output"),
            ("Gather", ""),
            ("", ""),
        ] {
            assert_eq!(module_name(node), module, "{node}");
        }
        assert!(is_istft("decoder.generator.stft.istft.stft.inverse_basis"));
        assert_eq!(parameter_name("encoder.F0.0.x.bias"), "predictor.F0.0.x.bias");
        assert_eq!(parameter_name("decoder.decoder.N_conv.bias"), "decoder.N_conv.bias");
    }
}
