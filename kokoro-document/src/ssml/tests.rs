use super::*;

#[test]
fn it_reads() {
    let input = "<speak>Hello<break time='1s'/>world</speak>";
    let read = read(input, Strictness::Strict).unwrap();
    assert_eq!(read.blocks[0].text.as_str(), "Hello world");
}
