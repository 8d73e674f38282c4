#include "app/document/document.hpp"
#include "app/document/document_import.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/site/dry_run.hpp"
#include "cli/terminal.hpp"
#include "domain/document/picture.hpp"
#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/document/left_out.hpp"

#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

struct Import {
    Installation installation;
    std::string file;
    std::string process;
    std::string document;
    std::string title;
    std::string under;
    std::string reason;
    bool dry_run = false;
    bool as_json = false;
};

void print_summary(const Import& asked, const app::ReadFile& file) {
    for (const auto& sentence : web::document::left_out_sentences(file.left_out, words()))
        std::cerr << asked.file << ": " << sentence << '\n';
}

/// What a machine reads: how many lines, what would become of those that are there, and what is left out.
void print_json(const app::ReadFile& file, const Comparison& comparison) {
    auto left_out = nlohmann::json::array();
    for (const auto& [kind, times] : file.left_out)
        left_out.push_back({{"kind", name_of(kind)}, {"count", times}});
    std::cout << nlohmann::json{{"lines", file.lines.size()}, {"new", comparison.added},
                     {"changed", comparison.changed}, {"removed", comparison.removed},
                     {"moved", comparison.moved}, {"same", comparison.same}, {"left_out", left_out}}
                     .dump(2)
              << '\n';
}

/// Does what the verb does, or in a dry run takes it back again: why it is refused, nothing when it is not.
template <class Verb>
std::optional<Failure> done_or_tried(const Import& asked, const Process& process, Verb verb) {
    sql::Writer writer{store::open_and_migrate(asked.installation, now()), now};
    if (asked.dry_run) return refusal_of(writer, process, verb);
    const auto done = app::perform(writer, Actor::operating(), process, verb);
    return done ? std::nullopt : std::optional{done.error()};
}

/// A document that was not there before.
int begin(const Import& asked, sql::Connection& db, const Process& process) {
    Document draft;
    draft.process = process.id;
    draft.code = asked.document;
    draft.title = asked.title.empty() ? asked.document : asked.title;
    if (const auto parent = store::document_named(db, process.id, asked.under)) draft.parent = parent->id;
    if (!asked.under.empty() && !draft.parent) give_up(N_("No document has the code of --under."));
    const auto sound = checked(draft);
    if (!sound) return refused(sound.error());
    const auto file = bytes_of(asked.file).and_then([&](const std::string& bytes) {
        return app::read_document_file(bytes, sound->code, sound->title, app::kept_in(db, process.id));
    });
    if (!file) return refused(file.error());
    print_summary(asked, *file);
    const auto refusal = done_or_tried(asked, process, [&](auto& act) {
        return app::open_document(act, *sound, file->lines).and_then([&](const Document& opened) {
            return app::keep_pictures(act, opened, file->pictures);
        });
    });
    if (refusal) return refused(*refusal);
    if (asked.as_json) {
        Comparison comparison;
        comparison.added = static_cast<std::int64_t>(file->lines.size());
        print_json(*file, comparison);
        return 0;
    }
    std::cout << words()(asked.dry_run
                             ? N_("{}: {} headings and paragraphs would be read in; nothing was saved")
                             : N_("{}: {} headings and paragraphs were read in as a first draft"),
                     asked.document, file->lines.size())
              << '\n';
    return 0;
}

/// Another edition of one that is there.
int renew(const Import& asked, sql::Connection& db, const Process& process, const Document& document) {
    auto file = bytes_of(asked.file).and_then([&](const std::string& bytes) {
        return app::read_document_file(bytes, document.code, document.title, app::kept_in(db, process.id));
    });
    if (!file) return refused(file.error());
    print_summary(asked, *file);
    file->lines = with_known_alternatives(
        std::move(file->lines), store::lines_of(db, store::draft_of(db, document.id).id));
    auto comparison = app::compared_with_draft(db, document, file->lines);
    const auto refusal = done_or_tried(asked, process, [&](auto& act) {
        return app::keep_pictures(act, document, file->pictures)
            .and_then([&](std::size_t) {
                return app::replace_text(act, document, file->lines, {{}, asked.reason});
            })
            .map([&](const Comparison& taken_in) { return comparison = taken_in; });
    });
    if (refusal) return refused(*refusal);
    if (asked.as_json) {
        print_json(*file, comparison);
        return 0;
    }
    std::cout << words()(N_("{}: {} changed, {} new, {} removed, {} moved, {} as before"), asked.document,
                     comparison.changed, comparison.added, comparison.removed, comparison.moved,
                     comparison.same)
              << (asked.dry_run ? words()(N_("; nothing was saved")) : "") << '\n';
    return 0;
}

int import_document(const Import& asked) {
    (void)store::open_and_migrate(asked.installation, now());
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const auto process = store::process_named(*db, asked.process);
    if (!process) give_up(N_("No process has that address. Name one with --process."));
    const auto known = store::document_named(*db, process->id, asked.document);
    return known ? renew(asked, *db, *process, *known) : begin(asked, *db, *process);
}

}  // namespace

void add_import_document(Command& program, int& exit_code) {
    const auto asked = std::make_shared<Import>();
    auto* command =
        begun(program, "import", "Import from a file")
            .add_subcommand("document", "A text: begins a document, or gives its draft another edition");
    command->add_option("file", asked->file, "DOCX, ODT or Markdown")->required();
    add_installation(*command, asked->installation);
    command->add_option("--process", asked->process, "The process' address")->required();
    command->add_option("--document", asked->document, "The document's code: RUS")->required();
    command->add_option("--title", asked->title, "Of a new document");
    command->add_option("--under", asked->under, "The code of the document that a new one belongs under");
    command->add_option(
        "--reason", asked->reason, "Why the words are changed; needed once people know a version");
    command->add_flag("--dry-run", asked->dry_run, "Only say what would be done");
    command->add_flag("--json", asked->as_json, "For machines, with what of the file is left out");
    command->footer(
        "Example: medskapa import document rus.docx --data D --process rus-2050 --document RUS --dry-run");
    command->callback(
        [asked, &exit_code] { exit_code = run_command([&] { return import_document(*asked); }); });
}

}  // namespace medskapa::cli
