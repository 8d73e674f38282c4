#include "cli/opinion/statements.hpp"

#include "app/conversation/opinion_exchange.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/opinion/opinion_input.hpp"
#include "cli/options.hpp"
#include "cli/site/dry_run.hpp"
#include "cli/terminal.hpp"
#include "engine/opinion/exchange/write_export.hpp"
#include "engine/regional/table.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;

struct Asked {
    Installation installation;
    std::string folder;
    std::string process;
    std::string activity;
    DryRun dry_run = {};
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

std::string too_long(const std::string& ids) {
    return words()(N_("Longer than statements are here ({} characters), and kept whole: comment-id {}."),
        std::to_string(longest_statement), ids);
}

ColumnRead column_of(const char* name, const auto& all, auto text_of) {
    constexpr std::size_t examples = 3;
    ColumnRead column{name, name};
    for (std::size_t k = 0; k < std::min(all.size(), examples); ++k)
        column.examples.push_back(text_of(all[k]));
    return column;
}

/// Of the statements and of the votes, one after the other.
Trial trial_of(const app::PastConversation& past) {
    Trial trial{past.comments.size() + past.votes.size()};
    trial.columns = {
        column_of("comment-body", past.comments, [](const auto& comment) { return comment.body; }),
        column_of("vote", past.votes,
            [](const auto& event) { return std::to_string(static_cast<int>(event.vote)); })};
    return trial;
}

/// The conversation in the folder; why it cannot be read is a cause of refusal too.
app::PastConversation conversation_in(const Asked& asked) {
    try {
        return {comments_at(asked.folder), events_at(asked.folder)};
    } catch (const std::runtime_error& why) {
        Trial trial;
        trial.refusal = Failure{Failure::Kind::invalid, {{"fil", why.what()}}};
        if (asked.dry_run.as_json) std::cout << json_of(trial).dump() << '\n';
        throw;
    }
}

int import_statements(const Asked& asked) {
    const auto past = conversation_in(asked);
    sql::Writer writer{store::open_and_migrate(asked.installation, now()), now};
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const auto at = found(*db, asked);
    const auto today = asked.installation.clock().day(now());
    const auto verb = [&](auto& act) { return app::import_conversation(act, {at.activity, today}, past); };
    const auto longer = longer_than_ours(past.comments);
    if (asked.dry_run.is_wanted) {
        auto trial = trial_of(past);
        trial.refusal = refusal_of(writer, at.process, verb);
        if (!longer.empty()) trial.left_out.push_back(too_long(longer));
        return show_trial(trial, asked.dry_run);
    }
    const auto taken = app::perform(writer, Actor::operating(), at.process, verb);
    if (!taken) return refused(taken.error());
    std::cout << words()(N_("{} and {} were read in"), statements(past.comments.size()), votes(*taken))
              << '\n';
    if (!longer.empty()) std::cerr << too_long(longer) << '\n';
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

void write_files(const fs::path& folder, const auto& stored) {
    fs::create_directories(folder);
    write(folder / "comments.csv",
        [&](std::ostream& out) { opinion::exchange::write_comments(out, stored.comments, stored.votes); });
    write(folder / "participants-votes.csv",
        [&](std::ostream& out) { opinion::exchange::write_matrix(out, stored.votes, {}, stored.comments); });
}

int export_statements(const Asked& asked) {
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const auto at = found(*db, asked);
    log_export(asked, at);
    const sql::Snapshot moment{*db};
    const auto stored = app::stored_conversation(*db, at.activity);
    store::keep_to_ourselves();  // single votes are for their owner only
    write_files(asked.folder, stored);
    write(fs::path{asked.folder} / "votes.csv", [&](std::ostream& out) {
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
    if (run == import_statements) add_dry_run(*command, asked->dry_run);
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
    add_one(begun(program, "import", "Import from a file"),
        N_("A conversation in Polis' format: all of it or nothing"), import_statements, exit_code);
    add_one(begun(program, "export", "Write out"), N_("A conversation in Polis' format"), export_statements,
        exit_code);
}

}  // namespace medskapa::cli
