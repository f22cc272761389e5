//! The arguments, with their help in the language of the catalogue.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, ValueHint, value_parser};
use clap_complete::Shell;

use crate::{locale::Catalog, pipeline::Paper};

/// The language of what is said.
pub(super) const WORDS: &str = "words";

/// The command line as a whole.
pub(super) fn command(catalog: &Catalog) -> Command {
    let text = |key: &str| catalog.text(key);
    Command::new("laneway")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("cli-about"))
        .after_help(text("cli-after-help"))
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .num_args(0..)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help(text("cli-files-help")),
        )
        .subcommands([
            templates(catalog),
            new(catalog),
            export(catalog),
            convert(catalog),
            info(catalog),
            check(catalog),
            diff(catalog),
            merge(catalog),
            find(catalog),
            fmt(catalog),
            repair(catalog),
            layout(catalog),
            recover(catalog),
            versions(catalog),
            completions(catalog),
            Command::new("man").about(text("cli-man-about")).arg(words(catalog)),
        ])
}

fn inputs(catalog: &Catalog, key: &str) -> Arg {
    Arg::new("inputs")
        .value_name("FILE")
        .required(true)
        .num_args(1..)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
        .help(catalog.text(key))
}

fn file(catalog: &Catalog, id: &'static str, name: &'static str, key: &str) -> Arg {
    Arg::new(id)
        .value_name(name)
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
        .help(catalog.text(key))
}

fn output(catalog: &Catalog, name: &'static str, key: &str) -> Arg {
    Arg::new("output")
        .short('o')
        .long("output")
        .value_name(name)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::AnyPath)
        .help(catalog.text(key))
}

fn option(catalog: &Catalog, long: &'static str, value: &'static str, key: &str) -> Arg {
    Arg::new(long).long(long).value_name(value).help(catalog.text(key))
}

/// The option that chooses the language of all that is said, where a command has no texts of a chart to choose one for.
fn words(catalog: &Catalog) -> Arg {
    Arg::new(WORDS)
        .long("lang")
        .value_name("LANG")
        .value_parser(["en", "es"])
        .help(catalog.text("cli-words-help"))
}

fn flag(catalog: &Catalog, long: &'static str, key: &str) -> Arg {
    Arg::new(long).long(long).action(ArgAction::SetTrue).help(catalog.text(key))
}

fn templates(catalog: &Catalog) -> Command {
    Command::new("templates")
        .about(catalog.text("cli-templates-about"))
        .arg(flag(catalog, "json", "cli-json-help"))
        .arg(words(catalog).help(catalog.text("cli-templates-lang-help")))
}

fn new(catalog: &Catalog) -> Command {
    Command::new("new")
        .about(catalog.text("cli-new-about"))
        .after_help(catalog.text("cli-new-after-help"))
        .arg(
            Arg::new("template")
                .value_name("TEMPLATE")
                .required(true)
                .help(catalog.text("cli-new-template-help")),
        )
        .arg(output(catalog, "FILE.ron", "cli-new-output-help"))
        .arg(option(catalog, "lang", "LANG", "cli-new-lang-help"))
        .arg(flag(catalog, "only", "cli-new-only-help"))
        .arg(flag(catalog, "force", "cli-force-help"))
}

fn export(catalog: &Catalog) -> Command {
    let positive = |text: &str| match text.parse::<f64>() {
        Ok(value) if value.is_finite() && value > 0.0 => Ok(value),
        _ => Err("a number above 0 is needed".to_owned()),
    };
    let pixels = value_parser!(u32).range(1..);
    Command::new("export")
        .about(catalog.text("cli-export-about"))
        .after_help(catalog.text("cli-export-after-help"))
        .arg(inputs(catalog, "cli-inputs-help"))
        .arg(output(catalog, "OUT", "cli-export-output-help").required(true))
        .arg(
            option(catalog, "format", "FORMAT", "cli-export-format-help")
                .value_parser(["svg", "png", "json"])
                .value_delimiter(',')
                .action(ArgAction::Append),
        )
        .arg(option(catalog, "page", "PAGE", "cli-export-page-help"))
        .arg(option(catalog, "lane", "LANE", "cli-export-lane-help"))
        .arg(option(catalog, "phase", "PHASE", "cli-export-phase-help"))
        .arg(
            option(catalog, "steps", "STEP,…", "cli-export-steps-help")
                .value_delimiter(',')
                .action(ArgAction::Append),
        )
        .arg(option(catalog, "scale", "S", "cli-export-scale-help").value_parser(positive))
        .arg(option(catalog, "dpi", "D", "cli-export-dpi-help").value_parser(positive))
        .arg(option(catalog, "width", "PX", "cli-export-width-help").value_parser(pixels))
        .arg(option(catalog, "height", "PX", "cli-export-height-help").value_parser(pixels))
        .group(ArgGroup::new("size").args(["scale", "dpi", "width", "height"]))
        .arg(option(catalog, "background", "COLOR", "cli-export-background-help"))
        .arg(option(catalog, "text", "TEXT", "cli-export-text-help").value_parser(["text", "outlines"]))
        .arg(option(catalog, "lang", "LANG", "cli-export-lang-help"))
        .arg(flag(catalog, "force", "cli-force-help"))
}

fn convert(catalog: &Catalog) -> Command {
    Command::new("convert")
        .about(catalog.text("cli-convert-about"))
        .after_help(catalog.text("cli-convert-after-help"))
        .arg(file(catalog, "input", "IN", "cli-convert-input-help"))
        .arg(file(catalog, "output", "OUT", "cli-convert-output-help"))
        .arg(
            option(catalog, "report", "FILE.json", "cli-convert-report-help")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath),
        )
        .arg(option(catalog, "table", "TITLE", "cli-convert-table-help").action(ArgAction::Append))
        .arg(option(catalog, "map", "COLUMN=FIELD", "cli-convert-map-help").action(ArgAction::Append))
        .arg(option(catalog, "lang", "LANG", "cli-convert-lang-help"))
        .arg(option(catalog, "delimiter", "DELIMITER", "cli-convert-delimiter-help").value_parser([
            "comma",
            "semicolon",
            "tab",
        ]))
        .arg(flag(catalog, "no-bom", "cli-convert-no-bom-help"))
        .arg(flag(catalog, "force", "cli-force-help"))
}

fn info(catalog: &Catalog) -> Command {
    Command::new("info")
        .about(catalog.text("cli-info-about"))
        .arg(file(catalog, "input", "FILE", "cli-inputs-help"))
        .arg(flag(catalog, "json", "cli-json-help"))
        .arg(words(catalog))
}

fn check(catalog: &Catalog) -> Command {
    Command::new("check")
        .about(catalog.text("cli-check-about"))
        .after_help(catalog.text("cli-check-after-help"))
        .arg(inputs(catalog, "cli-inputs-help"))
        .arg(flag(catalog, "json", "cli-json-help"))
        .arg(words(catalog))
}

fn diff(catalog: &Catalog) -> Command {
    Command::new("diff")
        .about(catalog.text("cli-diff-about"))
        .after_help(catalog.text("cli-diff-after-help"))
        .arg(
            Arg::new("inputs")
                .value_names(["A", "B"])
                .num_args(2)
                .required_unless_present("textconv")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help(catalog.text("cli-diff-inputs-help")),
        )
        .arg(
            option(catalog, "textconv", "FILE", "cli-diff-textconv-help")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .conflicts_with_all(["inputs", "json"]),
        )
        .arg(output(catalog, "OUT", "cli-diff-output-help").conflicts_with_all(["textconv", "json"]))
        .arg(option(catalog, "page", "PAGE", "cli-export-page-help").requires("output"))
        .arg(flag(catalog, "json", "cli-json-help"))
        .arg(words(catalog).help(catalog.text("cli-diff-lang-help")))
        .arg(flag(catalog, "force", "cli-force-help").requires("output"))
}

fn merge(catalog: &Catalog) -> Command {
    Command::new("merge")
        .about(catalog.text("cli-merge-about"))
        .after_help(catalog.text("cli-merge-after-help"))
        .arg(
            Arg::new("inputs")
                .value_names(["BASE", "OURS", "THEIRS"])
                .num_args(3)
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help(catalog.text("cli-merge-inputs-help")),
        )
        .arg(output(catalog, "OUT", "cli-merge-output-help").required(true))
        .arg(
            option(catalog, "report", "FILE.json", "cli-merge-report-help")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath),
        )
        .arg(flag(catalog, "unrelated", "cli-merge-unrelated-help"))
        .arg(flag(catalog, "force", "cli-force-help"))
        .arg(words(catalog))
}

fn find(catalog: &Catalog) -> Command {
    Command::new("find")
        .about(catalog.text("cli-find-about"))
        .after_help(catalog.text("cli-find-after-help"))
        .arg(Arg::new("text").value_name("TEXT").required(true).help(catalog.text("cli-find-text-help")))
        .arg(inputs(catalog, "cli-fmt-inputs-help"))
        .arg(flag(catalog, "word", "cli-find-word-help"))
        .arg(flag(catalog, "case", "cli-find-case-help"))
        .arg(option(catalog, "lang", "LANG", "cli-find-lang-help"))
        .arg(option(catalog, "replace", "NEW", "cli-find-replace-help").allow_hyphen_values(true))
        .arg(flag(catalog, "write", "cli-find-write-help").requires("replace"))
        .arg(flag(catalog, "json", "cli-json-help"))
}

fn fmt(catalog: &Catalog) -> Command {
    Command::new("fmt")
        .about(catalog.text("cli-fmt-about"))
        .after_help(catalog.text("cli-fmt-after-help"))
        .arg(inputs(catalog, "cli-fmt-inputs-help"))
        .arg(flag(catalog, "check", "cli-fmt-check-help"))
        .arg(words(catalog))
}

fn layout(catalog: &Catalog) -> Command {
    let papers = Paper::ALL.map(Paper::name);
    Command::new("layout")
        .about(catalog.text("cli-layout-about"))
        .after_help(catalog.text("cli-layout-after-help"))
        .arg(file(catalog, "input", "IN", "cli-layout-input-help"))
        .arg(output(catalog, "OUT", "cli-layout-output-help").required(true))
        .arg(
            option(catalog, "spacing", "SPACING", "cli-layout-spacing-help")
                .value_parser(["compact", "normal", "roomy"]),
        )
        .arg(option(catalog, "paper", "PAPER", "cli-layout-paper-help").value_parser(papers))
        .arg(
            option(catalog, "lane-order", "ORDER", "cli-layout-lane-order-help")
                .value_parser(["keep", "best"]),
        )
        .arg(flag(catalog, "tidy", "cli-layout-tidy-help"))
        .arg(flag(catalog, "force", "cli-force-help"))
        .arg(
            option(catalog, "report", "FILE.json", "cli-convert-report-help")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath),
        )
        .arg(words(catalog))
}

fn recover(catalog: &Catalog) -> Command {
    Command::new("recover")
        .about(catalog.text("cli-recover-about"))
        .after_help(catalog.text("cli-recover-after-help"))
        .arg(Arg::new("id").value_name("ID").help(catalog.text("cli-recover-id-help")))
        .arg(output(catalog, "OUT.ron", "cli-recover-output-help").requires("id"))
        .arg(
            option(catalog, "discard", "ID", "cli-recover-discard-help").conflicts_with_all(["id", "output"]),
        )
        .arg(flag(catalog, "json", "cli-json-help").conflicts_with_all(["id", "discard"]))
        .arg(flag(catalog, "force", "cli-force-help"))
        .arg(words(catalog))
}

fn versions(catalog: &Catalog) -> Command {
    Command::new("versions")
        .about(catalog.text("cli-versions-about"))
        .after_help(catalog.text("cli-versions-after-help"))
        .arg(file(catalog, "input", "FILE", "cli-inputs-help"))
        .arg(
            Arg::new("number")
                .value_name("N")
                .requires("output")
                .help(catalog.text("cli-versions-number-help")),
        )
        .arg(output(catalog, "OUT.ron", "cli-versions-output-help").requires("number"))
        .arg(flag(catalog, "json", "cli-json-help"))
        .arg(flag(catalog, "discard", "cli-versions-discard-help").conflicts_with_all(["number", "json"]))
        .arg(flag(catalog, "force", "cli-force-help"))
        .arg(words(catalog))
}

fn repair(catalog: &Catalog) -> Command {
    Command::new("repair")
        .about(catalog.text("cli-repair-about"))
        .after_help(catalog.text("cli-repair-after-help"))
        .arg(file(catalog, "input", "IN", "cli-repair-input-help"))
        .arg(output(catalog, "OUT.ron", "cli-repair-output-help").required(true))
        .arg(flag(catalog, "json", "cli-json-help"))
        .arg(flag(catalog, "force", "cli-force-help"))
        .arg(words(catalog))
}

fn completions(catalog: &Catalog) -> Command {
    Command::new("completions")
        .about(catalog.text("cli-completions-about"))
        .arg(Arg::new("shell").value_name("SHELL").required(true).value_parser(value_parser!(Shell)))
        .arg(words(catalog))
}

/// All values of an argument that may have several.
pub(super) fn strings<'m>(matches: &'m ArgMatches, id: &str) -> Vec<&'m str> {
    matches.get_many::<String>(id).unwrap_or_default().map(String::as_str).collect()
}

/// The value of an option.
pub(super) fn string<'m>(matches: &'m ArgMatches, id: &str) -> Option<&'m str> {
    matches.get_one::<String>(id).map(String::as_str)
}

/// All files that an argument names.
pub(super) fn paths<'m>(matches: &'m ArgMatches, id: &str) -> Vec<&'m Path> {
    matches.get_many::<PathBuf>(id).unwrap_or_default().map(PathBuf::as_path).collect()
}

/// The file that an option names.
pub(super) fn path<'m>(matches: &'m ArgMatches, id: &str) -> Option<&'m Path> {
    matches.get_one::<PathBuf>(id).map(PathBuf::as_path)
}

/// The file that an argument names which nobody may leave out.
pub(super) fn required_path<'m>(matches: &'m ArgMatches, id: &str) -> &'m Path {
    path(matches, id).unwrap_or(Path::new(""))
}
