//! Holds the languages of the interface together: every message in each of them, and none asked for in vain.

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use proc_macro2::{Delimiter, Group, TokenTree};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use crate::source::{as_word, is_mark, project, read_src};

/// The languages; the first is the one that the others are compared with.
const LANGUAGES: [&str; 2] = ["en", "es"];

/// The names that a message puts in.
type Names = BTreeSet<String>;
/// Each message by key.
type Messages = BTreeMap<String, Names>;

/// The `.ftl` files of `language`.
fn files_of(language: &str) -> Vec<PathBuf> {
    let folder = project().join("assets/locale").join(language);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "ftl"));
    files.sort();
    files
}

/// The messages of `language`; what is wrong with its files goes to `findings`.
fn messages_of(language: &str, findings: &mut Vec<String>) -> Messages {
    let mut messages = Messages::new();
    for file in files_of(language) {
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let name = format!("{language}/{}", file.file_name().unwrap_or_default().to_string_lossy());
        read_messages(&name, &text, &mut messages, findings);
    }
    messages
}

/// Marks of another language would stand beside those that are put around names.
#[test]
fn quotation_marks_are_those_of_the_language() {
    for (language, others) in [("en", "«»"), ("es", "“”„")] {
        for file in files_of(language) {
            let text = fs::read_to_string(&file).expect("text");
            let wrong = text.lines().filter(|line| line.contains(|c| others.contains(c)));
            assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&str>::new(), "{}", file.display());
        }
    }
}

fn read_messages(name: &str, text: &str, messages: &mut Messages, findings: &mut Vec<String>) {
    let resource = parser::parse(text).unwrap_or_else(|(resource, errors)| {
        findings.extend(errors.iter().map(|error| format!("{name}: {error}")));
        resource
    });
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let key = message.id.name.to_owned();
        let mut names = Names::new();
        match &message.value {
            Some(value) if !is_empty(value) => read_pattern(value, &mut names),
            _ => findings.push(format!("{name}: {key} has no text")),
        }
        if messages.insert(key.clone(), names).is_some() {
            findings.push(format!("{name}: {key} is there twice"));
        }
    }
}

fn is_empty(pattern: &Pattern<&str>) -> bool {
    pattern
        .elements
        .iter()
        .all(|element| matches!(element, PatternElement::TextElement { value } if value.trim().is_empty()))
}

fn read_pattern(pattern: &Pattern<&str>, names: &mut Names) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, names);
        }
    }
}

fn read_expression(expression: &Expression<&str>, names: &mut Names) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, names),
        Expression::Select { selector, variants } => {
            read_inline(selector, names);
            for variant in variants {
                read_pattern(&variant.value, names);
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, names: &mut Names) {
    match inline {
        InlineExpression::VariableReference { id } => drop(names.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => read_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. }
        | InlineExpression::TermReference { arguments: Some(arguments), .. } => {
            read_arguments(arguments, names);
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { arguments: None, .. } => {}
    }
}

fn read_arguments(arguments: &CallArguments<&str>, names: &mut Names) {
    for argument in arguments.positional.iter().chain(arguments.named.iter().map(|named| &named.value)) {
        read_inline(argument, names);
    }
}

/// Where the code asks for a message.
#[derive(Debug, PartialEq, Eq)]
struct Request {
    key: String,
    /// The names handed over; none where they are not written out on the spot.
    names: Option<Names>,
    line: usize,
}

/// Finds `.text("key")` and `.text_with("key", &[("name", …), …])`; keys that are put together are not seen.
fn requests(tokens: &[TokenTree], found: &mut Vec<Request>) {
    for (i, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        requests(&group.stream().into_iter().collect::<Vec<_>>(), found);
        let [.., dot, method] = &tokens[..i] else { continue };
        if is_mark(Some(dot), '.')
            && let Some(method) = as_word(method).filter(|word| *word == "text" || *word == "text_with")
        {
            found.extend(request(group, *method == "text"));
        }
    }
}

fn request(call: &Group, is_plain: bool) -> Option<Request> {
    let arguments: Vec<_> = call.stream().into_iter().collect();
    let first = arguments.first().filter(|_| arguments.len() == 1 || is_mark(arguments.get(1), ','))?;
    let key = literal(first)?;
    let names = if is_plain { Some(Names::new()) } else { arguments.get(2..).and_then(names_handed_over) };
    Some(Request { key, names, line: first.span().start().line })
}

/// The names in `&[("name", value), …]`.
fn names_handed_over(tokens: &[TokenTree]) -> Option<Names> {
    let [amp, TokenTree::Group(list), ..] = tokens else { return None };
    if !is_mark(Some(amp), '&') || list.delimiter() != Delimiter::Bracket {
        return None;
    }
    let inside: Vec<_> = list.stream().into_iter().collect();
    let pairs = inside.split(|token| is_mark(Some(token), ',')).filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let [TokenTree::Group(pair)] = pair else { return None };
            literal(&pair.stream().into_iter().next()?)
        })
        .collect()
}

/// The content of a plain string literal.
fn literal(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    Some(literal.to_string().strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// What is wrong with `asked`, given the messages there are.
fn request_finding(asked: &Request, messages: &Messages) -> Option<String> {
    let Request { key, names, line: _ } = asked;
    let Some(wanted) = messages.get(key) else { return Some(format!("no message \"{key}\"")) };
    let missing: Vec<_> = wanted.difference(names.as_ref()?).cloned().collect();
    (!missing.is_empty()).then(|| format!("\"{key}\" is not given {}", missing.join(", ")))
}

mod tests {
    use super::*;
    use crate::source::SourceFile;

    #[test]
    fn every_language_has_every_message() {
        let mut findings = Vec::new();
        let [first, others @ ..] = LANGUAGES;
        let messages = messages_of(first, &mut findings);
        for language in others {
            let translated = messages_of(language, &mut findings);
            let keys: BTreeSet<_> = messages.keys().chain(translated.keys()).collect();
            for key in keys {
                match (messages.get(key), translated.get(key)) {
                    (Some(names), Some(others)) if names == others => {}
                    (Some(names), Some(others)) => findings
                        .push(format!("{key}: {first} puts in {names:?}, {language} puts in {others:?}")),
                    (Some(_), None) => findings.push(format!("{key} is missing in {language}")),
                    (None, _) => findings.push(format!("{key} is missing in {first}")),
                }
            }
        }
        assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
    }

    #[test]
    fn the_catalogue_reads_every_file() {
        let reader = fs::read_to_string(project().join("src/locale/catalog.rs")).expect("the catalogue");
        for language in LANGUAGES {
            for file in files_of(language) {
                let name = file.file_stem().unwrap_or_default().to_string_lossy();
                assert!(reader.contains(&format!("{language}/{name}")), "{} is not read", file.display());
            }
        }
    }

    #[test]
    fn the_code_asks_for_messages_that_exist() {
        let messages = messages_of(LANGUAGES[0], &mut Vec::new());
        let mut findings = Vec::new();
        for file in read_src() {
            let mut asked = Vec::new();
            requests(&file.tokens, &mut asked);
            for request in &asked {
                let finding = request_finding(request, &messages);
                findings.extend(finding.map(|problem| format!("{}:{}: {problem}", file.name, request.line)));
            }
        }
        assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
    }

    #[test]
    fn bad_catalogues_are_found() {
        let (mut messages, mut findings) = (Messages::new(), Vec::new());
        let text = "one = { $count ->\n    [one] a step\n   *[other] { NUMBER($count) } of { $all }\n }\n\
                    one = again\ntwo =\n    .hint = x\n";
        read_messages("en/x.ftl", text, &mut messages, &mut findings);
        assert_eq!(findings, ["en/x.ftl: one is there twice", "en/x.ftl: two has no text"]);
        let (mut messages, mut findings) = (Messages::new(), Vec::new());
        read_messages("en/x.ftl", text.split("one = again").next().unwrap(), &mut messages, &mut findings);
        assert_eq!(messages["one"], Names::from(["all".to_owned(), "count".to_owned()]));
        read_messages("en/y.ftl", "= no key\n", &mut messages, &mut findings);
        assert_eq!(findings.len(), 1, "{findings:?}");
    }

    #[test]
    fn requests_in_code_are_found() {
        let code = "fn f() { c.text(\"a\"); c.text_with(\"b\", &v); c.text(&format!(\"kind-{k}\"));\n\
                    g(&c.text_with(\"b\", &[(\"n\", 1.into())])); painter.text(at, \"no\"); c.text_with(\"b\", &[]); }";
        let mut found = Vec::new();
        requests(&SourceFile::parse("src/x.rs", code).tokens, &mut found);
        assert_eq!(found.iter().map(|asked| asked.key.as_str()).collect::<Vec<_>>(), ["a", "b", "b", "b"]);
        let messages = Messages::from([("b".to_owned(), Names::from(["n".to_owned()]))]);
        let findings: Vec<_> = found.iter().filter_map(|asked| request_finding(asked, &messages)).collect();
        assert_eq!(findings, ["no message \"a\"", "\"b\" is not given n"]);
    }
}
