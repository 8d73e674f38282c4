#include "cli/opinion/statements.hpp"

#include "app/conversation/opinion_exchange.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/opinion/opinion_input.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "engine/opinion/exchange/write_export.hpp"
#include "engine/regional/table.hpp"
#include "store/site/site_store.hpp"

#include <filesystem>
#include <iostream>
#include <limits>
#include <memory>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;

struct Asked {
    Installation installation;
    std::string folder;
    std::string process;
    std::string activity;
};

struct Found {
    Process process;
    Activity activity;
};

Found found(sql::Connection& db, const Asked& asked) {
    const auto process = store::process_named(db, asked.process);
    if (!process) give_up(N_("No process has that address. Name one with --process."));
    const auto activity = store::activity_named(db, process->id, asked.activity);
    if (!activity || activity->kind != Activity::Kind::opinion)
        give_up(N_("There is no activity {} with statements to vote on."), asked.activity);
    return {*process, *activity};
}

std::string statements(std::size_t n) {
    return words().count("{} statement", "{} statements", static_cast<std::int64_t>(n));
}

std::string participants(std::size_t n) {
    return words().count("{} participant", "{} participants", static_cast<std::int64_t>(n));
}

std::string votes(std::size_t n) {
    return words().count("{} vote", "{} votes", static_cast<std::int64_t>(n));
}

/// The ids of statements that nobody could have written here.
std::string longer_than_ours(const std::vector<opinion::exchange::Comment>& comments) {
    std::string ids;
    for (const auto& comment : comments) {
        if (text::length(text::one_line(text::cleaned(comment.body))) > longest_statement)
            ids.append(ids.empty() ? "" : ", ").append(std::to_string(comment.statement));
    }
    return ids;
}

int import_statements(const Asked& asked) {
    const fs::path folder{asked.folder};
    const app::PastConversation past{comments_at(folder), events_at(folder)};
    sql::Writer writer{store::open_and_migrate(asked.installation, now()), now};
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const auto at = found(*db, asked);
    const auto today = asked.installation.clock().day(now());
    const auto taken = app::perform(writer, Actor::operating(), at.process, [&](auto& act) {
        return app::import_conversation(act, {at.activity, today}, past);
    });
    if (!taken) return refused(taken.error());
    std::cout << words()(N_("{} and {} were read in"), statements(past.comments.size()), votes(*taken))
              << '\n';
    if (const auto longer = longer_than_ours(past.comments); !longer.empty())
        std::cerr
            << words()(N_("Longer than statements are here ({} characters), and kept whole: comment-id {}."),
                   std::to_string(longest_statement), longer)
            << '\n';
    return 0;
}

void write(const fs::path& path, const Writing& writing) {
    if (const auto done = write_file(path.string(), writing); !done)
        throw std::runtime_error{in_english(done.error().complaints.front())};
}

/// The open log says that every single vote leaves.
void log_export(const Asked& asked, const Found& at) {
    sql::Writer writer{store::open_and_migrate(asked.installation, now()), now};
    const auto today = asked.installation.clock().day(now());
    const auto logged = app::perform(writer, Actor::operating(), at.process, [&](auto& act) {
        return app::export_votes(act, {at.activity, today}, app::VoteFile::all);
    });
    if (!logged) throw std::runtime_error{in_english(logged.error().complaints.front())};
}

int export_statements(const Asked& asked) {
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const auto at = found(*db, asked);
    log_export(asked, at);
    const sql::Snapshot moment{*db};
    const auto stored = app::stored_conversation(*db, at.activity);
    const fs::path folder{asked.folder};
    fs::create_directories(folder);
    write(folder / "comments.csv",
        [&](std::ostream& out) { opinion::exchange::write_comments(out, stored.comments, stored.votes); });
    write(folder / "participants-votes.csv",
        [&](std::ostream& out) { opinion::exchange::write_matrix(out, stored.votes, {}, stored.comments); });
    write(folder / "votes.csv", [&](std::ostream& out) {
        (void)app::write_votes(*db, at.activity, 0, std::numeric_limits<int>::max(), out);
    });
    std::cout << words()(N_("{}, {} and {} are in {}"), statements(stored.comments.size()),
                     participants(stored.votes.participants().size()), votes(stored.votes.votes()),
                     asked.folder)
              << '\n';
    return 0;
}

void add_one(Command& parent, const char* what, int (*run)(const Asked&), int& exit_code) {
    const auto asked = std::make_shared<Asked>();
    auto* command = parent.add_subcommand("statements", what);
    command->add_option("DIR", asked->folder, "Folder with comments.csv, votes.csv, participants-votes.csv")
        ->required();
    add_installation(*command, asked->installation);
    command->add_option("--process", asked->process, "The process' address")->required();
    command->add_option("--activity", asked->activity, "The activity's address")->required();
    command->footer("Example: medskapa " + parent.get_name() +
                    " statements conversation/ --data D --process rus-2050 --activity pastaenden");
    command->callback([asked, run, &exit_code] { exit_code = run_command([&] { return run(*asked); }); });
}

}  // namespace

void add_statements(Command& program, int& exit_code) {
    add_one(begun(program, "import", "Read in"), N_("A conversation in Polis' format: all of it or nothing"),
        import_statements, exit_code);
    add_one(begun(program, "export", "Write out"), N_("A conversation in Polis' format"), export_statements,
        exit_code);
}

}  // namespace medskapa::cli
