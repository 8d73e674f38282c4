#include "app/open_data/open_data.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/site/process_asked_for.hpp"
#include "cli/terminal.hpp"
#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/report/files.hpp"
#include "web/document/pictures.hpp"
#include "web/document/text_file.hpp"

#include <filesystem>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;

/// At the command line nobody else waits.
constexpr ChildLimits limits{.time = std::chrono::minutes{10}, .memory = 8ULL << 30};

struct Export {
    Installation installation;
    std::string process;
    std::string out;
    std::string language = "sv";
};

web::decision::report::Format format_of(const std::string& out) {
    const auto extension = fs::path{out}.extension().string();
    const auto format = web::decision::report::format_named(extension.empty() ? "" : extension.substr(1));
    if (!format) give_up(N_("Name a file that ends in .html, .docx, .odt or .pdf with --out."));
    return *format;
}

/// Puts the file in place only when it is whole.
void move_into_place(const fs::path& made, const std::string& out) {
    const auto partial = out + ".part";
    fs::copy_file(made, partial, fs::copy_options::overwrite_existing);
    fs::rename(partial, out);
}

int export_report(const Export& asked) {
    const auto format = format_of(asked.out);
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const auto process = process_asked_for(*db, asked.process);

    const auto clock = asked.installation.clock();
    const auto& report_words = web::words_of(language_with_tag(asked.language));
    const sql::Snapshot snapshot{*db};
    const ScratchFolder folder;
    ProgressLine progress;
    const auto made = web::decision::report::make({*db, process, report_words, clock, now()}, format, folder,
        limits, [&](std::string_view stage, double part) { progress.show(stage, part); });
    if (!made) return refused(made.error());
    move_into_place(made->file, asked.out);
    if (!made->check.is_right())
        give_up(N_("The report was written, but {} of its {} numbers differ from the database: see its last "
                   "chapter. Do not use it."),
            made->check.differ, made->check.compared);
    std::cout << words()(N_("{}: {} numbers recounted, all agree"), asked.out, made->check.compared) << '\n';
    return 0;
}

struct Text {
    Installation installation;
    std::string document;
    std::string process;
    std::string out;
    int version = 0;
    bool is_draft = false;
};

/// The version asked for; without one the newest that is frozen.
Version version_of(sql::Connection& db, const Document& document, const Text& asked) {
    if (asked.is_draft) return store::draft_of(db, document.id);
    const auto version = asked.version == 0 ? store::newest_frozen(db, document.id)
                                            : store::version_numbered(db, document.id, asked.version);
    if (!version && asked.version == 0)
        give_up(N_("No version of {} has been frozen yet. Take the draft with --draft."), document.code);
    if (!version || !version->frozen_at)
        give_up(N_("{} has no frozen version {}."), document.code, asked.version);
    return *version;
}

int export_text(const Text& asked) {
    const auto extension = fs::path{asked.out}.extension().string();
    const auto format = web::document::text_format_named(extension.empty() ? "" : extension.substr(1));
    if (!format) give_up(N_("Name a file that ends in .md, .docx, .odt, .html or .pdf with --out."));
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const sql::Snapshot snapshot{*db};
    const auto process = process_asked_for(*db, asked.process);
    const auto document = store::document_named(*db, process.id, asked.document);
    if (!document) give_up(N_("The process has no document {}."), asked.document);
    const auto version = version_of(*db, *document, asked);
    const ScratchFolder folder;
    const auto clock = asked.installation.clock();
    const auto lines = store::lines_of(*db, version.id);
    const web::correction::Source source{
        *db, process.id, web::words_of(language_with_tag(document->language)), clock};
    const auto made =
        web::document::make_text_file({*document, lines, web::document::corrections_of(source, version),
                                          web::document::pictures_of(*db, process.id)},
            *format, folder, limits);
    if (!made) return refused(made.error());
    move_into_place(*made, asked.out);
    std::cout << asked.out << '\n';
    return 0;
}

void add_text_export(Command& parent, int& exit_code) {
    const auto asked = std::make_shared<Text>();
    auto* command =
        parent.add_subcommand("document", "A text as it stands, for a word processor or to print");
    command->add_option("CODE", asked->document, "The document's code, as in its address")->required();
    add_installation(*command, asked->installation);
    command->add_option("--process", asked->process, "The process' address");
    command->add_option("--out", asked->out, "FILE.md, .docx, .odt, .html or .pdf")->required();
    auto* draft = command->add_flag("--draft", asked->is_draft, "What is being written now");
    command->add_option("--version", asked->version, "The number of a frozen version (default: the newest)")
        ->check(positive())
        ->excludes(draft);
    command->footer(
        "Example: medskapa export document RUS --process rus-2050 --data D --draft --out rus.docx");
    command->callback([asked, &exit_code] { exit_code = run_command([&] { return export_text(*asked); }); });
}

struct OpenData {
    Installation installation;
    std::string folder;
    std::string publisher = "Medskapa";
    std::string licence = "http://creativecommons.org/publicdomain/zero/1.0/";
    std::string base_url = "http://localhost:8080/oppna-data";
};

int export_open_data(const OpenData& asked) {
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    ProgressLine progress;
    const auto files = app::write_open_data(*db, {asked.publisher, asked.licence, asked.base_url, now()},
        asked.folder, [&](std::string_view name, double part) { progress.show(name, part); });
    std::cout << words()(
                     N_("{} files are in {}; check them with sha256sum -c SHA256SUMS"), files, asked.folder)
              << '\n';
    return 0;
}

void add_open_data(Command& parent, int& exit_code) {
    const auto asked = std::make_shared<OpenData>();
    auto* command = parent.add_subcommand("open-data", "Everything public, as CSV and JSON with a catalogue");
    command->add_option("DIR", asked->folder, "Folder for the files")->required();
    add_installation(*command, asked->installation);
    command->add_option("--publisher", asked->publisher, "Who publishes, for the catalogue")
        ->capture_default_str();
    command->add_option("--licence", asked->licence, "Address of the licence of what is our own")
        ->capture_default_str();
    command->add_option("--base-url", asked->base_url, "Where DIR will be published")->capture_default_str();
    command->footer(
        "Example: medskapa export open-data open/ --data D --publisher \"Region Jämtland Härjedalen\"");
    command->callback(
        [asked, &exit_code] { exit_code = run_command([&] { return export_open_data(*asked); }); });
}

}  // namespace

void add_export(Command& program, int& exit_code) {
    const auto asked = std::make_shared<Export>();
    auto& write_out = begun(program, "export", "Write out");
    add_open_data(write_out, exit_code);
    add_text_export(write_out, exit_code);
    add_inspel_export(write_out, exit_code);
    add_person_export(write_out, exit_code);
    auto* command =
        write_out.add_subcommand("report", "The consultation report, with every number recounted");
    add_installation(*command, asked->installation);
    command->add_option("--process", asked->process, "The process' address")->required();
    command->add_option("--out", asked->out, "FILE.html, .docx, .odt or .pdf")->required();
    command->add_option("--language", asked->language, "sv or en")
        ->check(one_of({"sv", "en"}))
        ->capture_default_str();
    command->footer("Example: medskapa export report --data D --process rus-2050 --out redogorelse.docx");
    command->callback(
        [asked, &exit_code] { exit_code = run_command([&] { return export_report(*asked); }); });
}

}  // namespace medskapa::cli
