#pragma once

#include "app/act/act.hpp"
#include "cli/command.hpp"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace medskapa::cli {

/// --dry-run and --json of an import.
struct DryRun {
    bool is_wanted = false;
    bool as_json = false;
};

void add_dry_run(Command&, DryRun&);

/// A column of a file as it was understood: "region", "dimension", its first values.
struct ColumnRead {
    std::string name;
    std::string read_as;
    std::vector<std::string> examples = {};
};

/// What an import would take in, for --dry-run to show.
struct Trial {
    std::size_t rows = 0;
    std::vector<ColumnRead> columns = {};
    std::optional<Failure> refusal = {};  // may have no complaints: what is asked for is closed, or not there
    std::vector<std::string> left_out = {};  // sentences

    bool is_right() const { return !refusal; }
};

/// {"rows", "right", "columns", "causes": [{"sentence", "count"}], "left_out"}: complaints that say the same
/// of several lines are one cause, with the first of them as its sentence. What is not right has a cause.
nlohmann::json json_of(const Trial&);

/// How the file was understood, on stdout as a table or as one JSON object, and on stderr what would be left
/// out. Why it is refused is only in the JSON.
void show_understood(const Trial&, const DryRun&);
/// The same, and on stderr why it is refused. The exit code.
int show_trial(const Trial&, const DryRun&);

/// Does what the verb does and takes it back: what would refuse it, nothing when nothing would.
template <class Verb>
std::optional<Failure> refusal_of(sql::Writer& writer, const Process& process, Verb verb) {
    using Done = std::invoke_result_t<Verb&, const app::Act&>;
    bool is_right = false;
    const Done taken_back =
        app::perform(writer, Actor::operating(), process, [&](const app::Act& act) -> Done {
            auto done = verb(act);
            is_right = done.has_value();
            if (is_right) return refuse(Failure::Kind::conflict);
            return done;
        });
    if (is_right) return std::nullopt;
    return taken_back.error();
}

}  // namespace medskapa::cli
