#pragma once

#include "domain/site/process.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa {

/// What the site can look up by itself to say whether a requirement is met; none: a person judges it.
enum class AutomaticRule {
    none,
    has_runs,
    data_is_fresh,
    has_benchmark,
    has_flows,
    sectors_invited,
    bodies_are_named,
    minutes_published,
    has_vision,
    inspel_received,
    few_priorities,
    reasons_are_kept,
    priorities_rest_on_runs,
    priorities_were_tried,
    priorities_have_mass,
    was_referred,
};
template <>
inline constexpr auto names_of<AutomaticRule> = names<AutomaticRule>({
    {AutomaticRule::none, "none"},
    {AutomaticRule::has_runs, "has_runs"},
    {AutomaticRule::data_is_fresh, "data_is_fresh"},
    {AutomaticRule::has_benchmark, "has_benchmark"},
    {AutomaticRule::has_flows, "has_flows"},
    {AutomaticRule::sectors_invited, "sectors_invited"},
    {AutomaticRule::bodies_are_named, "bodies_are_named"},
    {AutomaticRule::minutes_published, "minutes_published"},
    {AutomaticRule::has_vision, "has_vision"},
    {AutomaticRule::inspel_received, "inspel_received"},
    {AutomaticRule::few_priorities, "few_priorities"},
    {AutomaticRule::reasons_are_kept, "reasons_are_kept"},
    {AutomaticRule::priorities_rest_on_runs, "priorities_rest_on_runs"},
    {AutomaticRule::priorities_were_tried, "priorities_were_tried"},
    {AutomaticRule::priorities_have_mass, "priorities_have_mass"},
    {AutomaticRule::was_referred, "was_referred"},
});

/// One thing that is asked, in our own words.
struct Requirement {
    std::string code = {};  // in its list: "4.2"; never changes meaning
    Localized group = {};   // the step or the paragraph that it belongs to
    Localized text = {};    // what is asked
    AutomaticRule rule = AutomaticRule::none;
};

/// A list of requirements as it stood on some days. It comes from a file in data/checklists, which never
/// changes once released: other rules are another version.
struct Checklist {
    enum class Kind { steps, wheel, eu, ordinance };

    Kind kind = Kind::steps;
    std::string version = {};
    Day valid_from = {};
    std::optional<Day> valid_to = {};  // the last day; none: still
    std::string source = {};
    bool is_to_verify = true;  // nobody has held it against its source yet
    int fresh_days = 0;        // how long a judgement holds; 0: for ever
    Localized title = {};
    Localized lead = {};
    std::vector<Requirement> requirements = {};

    bool is_valid_on(Day day) const { return valid_from <= day && (!valid_to || day <= *valid_to); }
    /// Whether its requirements get a grade from 0 to 5 instead of a status.
    bool is_graded() const { return kind == Kind::wheel; }
    const Requirement* requirement(std::string_view code) const;
};
template <>
inline constexpr auto names_of<Checklist::Kind> = names<Checklist::Kind>({
    {Checklist::Kind::steps, "steg"},
    {Checklist::Kind::wheel, "hjul"},
    {Checklist::Kind::eu, "eu"},
    {Checklist::Kind::ordinance, "forordning"},
});

inline constexpr int best_grade = 5;

/// All versions that the two tables hold: lists.csv and requirements.csv. Throws std::runtime_error with the
/// row where one is not as data/checklists/README.md says.
std::vector<Checklist> read_checklists(std::string_view lists, std::string_view requirements);

/// Those inside the program, by kind and day.
const std::vector<Checklist>& all_checklists();

/// One of each kind: the version that was valid on the day when the process began, so that a process keeps
/// the rules of its day. Before all versions: the first one.
std::vector<const Checklist*> checklists_on(const std::vector<Checklist>&, Day);

/// What two versions of a list say differently.
struct ChecklistDifference {
    enum class Kind { added, removed, reworded };
    Kind kind = Kind::added;
    std::string code = {};
    Localized was = {};
    Localized is = {};
};
std::vector<ChecklistDifference> differences_between(const Checklist& before, const Checklist& after);

/// What a person has judged of a requirement.
struct Judgement {
    /// How the requirement stands. Only time says "old".
    enum class Status { met, partly, missing, old, not_relevant };

    Id<Judgement> id = {};
    Id<Process> process = {};
    Checklist::Kind list = Checklist::Kind::steps;
    std::string version = {};
    std::string code = {};
    Status status = Status::missing;
    std::optional<std::int64_t> grade = {};  // 0 to 5, where the list is graded
    std::string comment = {};
    std::string evidence = {};  // a reference a line: A-17, P-3, RUS-2.1-p1, an https address
    std::string role = {};      // of who judged
    Instant judged_at = {};
};
template <>
inline constexpr auto names_of<Judgement::Status> = names<Judgement::Status>({
    {Judgement::Status::met, "met", NC_("requirement", "Met")},
    {Judgement::Status::partly, "partly", NC_("requirement", "Partly met")},
    {Judgement::Status::missing, "missing", NC_("requirement", "Missing")},
    {Judgement::Status::old, "old", NC_("requirement", "Too old")},
    {Judgement::Status::not_relevant, "not_relevant", NC_("requirement", "Not relevant")},
});

/// Refuses one that says "met", "partly" or "not relevant" without why and without evidence, a grade outside
/// 0 to 5, and one that says "too old", which only time says.
Result<Judgement> checked(Judgement, const Checklist&);

/// Whether it is older than the list lets a judgement be.
bool is_too_old(const Judgement&, const Checklist&, Instant now);

}  // namespace medskapa
