#include "engine/openlog/audit/audit_rules.hpp"

#include "base/text.hpp"
#include "engine/openlog/lines.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace medskapa::openlog {
namespace {

using Found = std::vector<Finding>;

/// The inspel that an object is, or is a part of: "inspel/7f3a9c/issue/2" is of "inspel/7f3a9c".
std::string inspel_of(const std::string& object) {
    constexpr std::string_view prefix = "inspel/";
    if (!object.starts_with(prefix)) return {};
    return object.substr(0, object.find('/', prefix.size()));
}

/// How far one inspel has come. An issue is a part of it that is answered by itself.
struct Treatment {
    std::uint64_t published_at = 0;
    bool is_published = false;
    bool has_answer = false;
    std::set<std::string> waiting_issues;

    bool waits() const { return is_published && (!has_answer || !waiting_issues.empty()); }
};

/// Whether only the public copy, or all of it, was erased: then nobody is owed an answer in public.
bool takes_away(const Entry& erasure) {
    const auto part = erasure.field("part");
    return part == "all" || part == "public_copy";
}

using Treatments = std::map<std::string, Treatment>;

Finding unanswered(std::uint64_t decision, const std::string& inspel, const Treatment& treatment,
    std::optional<std::uint64_t> waived_at) {
    const auto published = std::to_string(treatment.published_at);
    if (waived_at > treatment.published_at)
        return remark(decision,
            N_("It decides although {}, published in entry {}, has no answer: that was waived in entry {}"),
            {inspel, published, std::to_string(*waived_at)});
    return breach(
        decision, N_("It decides although {}, published in entry {}, has no answer"), {inspel, published});
}

void follow(Treatments& treatments, const PlacedEntry& placed) {
    const auto& entry = placed.entry;
    const auto inspel = inspel_of(entry.object);
    if (inspel.empty() || !placed.type) return;
    auto& treatment = treatments[inspel];
    const bool is_whole = entry.object == inspel;
    switch (*placed.type) {
        case EntryType::inspel_published:
            if (!treatment.is_published) treatment.published_at = placed.place;
            treatment.is_published = true;
            break;
        case EntryType::issue_answer_taken_back:
        case EntryType::issue_added: treatment.waiting_issues.insert(entry.object); break;
        case EntryType::issue_removed: treatment.waiting_issues.erase(entry.object); break;
        case EntryType::issue_answered:
            treatment.waiting_issues.erase(entry.object);
            treatment.has_answer = true;
            break;
        case EntryType::inspel_declined:
        case EntryType::inspel_reopened:
        case EntryType::inspel_withdrawn:
            if (is_whole) treatment.is_published = false;
            break;
        case EntryType::inspel_erased:
            if (is_whole && takes_away(entry)) treatment.is_published = false;
            break;
        default: break;
    }
}

}  // namespace

Rule opened_first() {
    return [](const PlacedEntry& placed) -> Found {
        const auto place = placed.place;
        if ((place == 0) == (placed.type == EntryType::log_opened)) return {};
        if (place == 0) return {breach(place, N_("The first entry does not open the log"))};
        return {breach(place, N_("The log is opened a second time"))};
    };
}

Rule time_goes_forward() {
    return [before = Instant::min()](const PlacedEntry& placed) mutable -> Found {
        const auto time = placed.entry.time;
        const auto followed = std::exchange(before, time);
        if (time >= followed) return {};
        return {breach(
            placed.place, N_("It is dated {}, before the entry that it follows, {}"), {time, followed})};
    };
}

Rule prev_is_unbroken() {
    return [last = std::unordered_map<std::string, std::int64_t>{}](
               const PlacedEntry& placed) mutable -> Found {
        const auto& entry = placed.entry;
        if (entry.object.empty()) return {};
        const auto before = last.find(entry.object);
        const auto expected = before == last.end() ? std::nullopt : std::optional{before->second};
        last[entry.object] = static_cast<std::int64_t>(placed.place);
        if (entry.prev == expected) return {};
        const auto named = [](std::optional<std::int64_t> at) { return at ? std::to_string(*at) : "-"; };
        return {breach(placed.place, N_("Its chain is broken: it follows {} about {}, but the newest is {}"),
            {named(entry.prev), entry.object, named(expected)})};
    };
}

Rule fields_are_whole() {
    return [](const PlacedEntry& placed) -> Found {
        Found found;
        if (!placed.type) return found;
        for (const auto key : unsound_fields(*placed.type, placed.entry))
            found.push_back(breach(placed.place, N_("An entry of the type {} must have a sound field {}"),
                {placed.entry.type, std::string{key}}));
        return found;
    };
}

Rule text_changes_cite() {
    struct State {
        std::vector<bool> is_inspel;
        std::set<std::string> known_texts;
    };
    return [state = State{}](const PlacedEntry& placed) mutable -> Found {
        const auto& [place, entry, type] = placed;
        state.is_inspel.push_back(!inspel_of(entry.object).empty());
        if (type != EntryType::text_changed) return {};
        const bool is_first = state.known_texts.insert(entry.process + ' ' + entry.object).second;
        const auto cites = entry.field("cites");
        if (!cites) {
            if (is_first || entry.field("reason")) return {};
            return {breach(place, N_("The text {} was changed without citing an inspel or giving a reason"),
                {entry.object})};
        }
        Found found;
        for (const auto& cited : text::split(*cites, ',')) {
            const auto at = read_number(cited);
            if (at && *at < place && state.is_inspel[*at]) continue;
            found.push_back(breach(place, N_("It cites entry {}, which is no earlier inspel"), {cited}));
        }
        return found;
    };
}

Rule answered_before_decision() {
    struct State {
        Treatments treatments;
        std::optional<std::uint64_t> waived_at;
    };
    return [by_process = std::map<std::string, State>{}](const PlacedEntry& placed) mutable -> Found {
        auto& state = by_process[placed.entry.process];
        follow(state.treatments, placed);
        if (placed.type == EntryType::completeness_waived) state.waived_at = placed.place;
        if (placed.type != EntryType::decision_taken) return {};
        Found found;
        for (const auto& [inspel, treatment] : state.treatments)
            if (treatment.waits())
                found.push_back(unanswered(placed.place, inspel, treatment, state.waived_at));
        return found;
    };
}

Rule votes_add_up() {
    constexpr std::uint64_t rounding = 2;  // the result counts votes in fives
    struct Counted {
        std::uint64_t committed = 0;
        std::optional<std::uint64_t> in_result;
    };
    return [counted = std::map<std::string, Counted>{}](const PlacedEntry& placed) mutable -> Found {
        const auto& [place, entry, type] = placed;
        const auto number = [&entry = entry](
                                std::string_view key) { return read_number(entry.field(key).value_or("")); };
        auto& votes = counted[entry.process + ' ' + entry.object];
        if (type == EntryType::votes_committed) votes.committed += number("count").value_or(0);
        if (type == EntryType::conversation_frozen) votes.in_result = number("votes");
        if (type != EntryType::votes_opened) return {};
        Found found;
        if (const auto count = number("count"); count && count != votes.committed)
            found.push_back(breach(
                place, N_("It says {} votes, and {} were committed in batches"), {*count, votes.committed}));
        const auto opened = number("opened").value_or(0);
        if (const auto told = opened + number("withheld").value_or(0); told != votes.committed)
            found.push_back(breach(place,
                N_("It says that {} votes are opened or stay closed, and {} were committed in batches"),
                {told, votes.committed}));
        if (votes.in_result && opened > *votes.in_result + rounding)
            found.push_back(
                breach(place, N_("It says that {} votes are opened, and the frozen result has {}"),
                    {opened, *votes.in_result}));
        return found;
    };
}

Rule erasures_are_remarked() {
    return [](const PlacedEntry& placed) -> Found {
        if (placed.type != EntryType::inspel_erased) return {};
        const auto& entry = placed.entry;
        const auto said = [&](std::string_view key) { return std::string{entry.field(key).value_or("?")}; };
        return {remark(placed.place, N_("The content of {} was erased: {}, on the ground {}, decision {}"),
            {entry.object, said("part"), said("ground"), said("case_number")})};
    };
}

std::vector<Rule> all_rules() {
    return {opened_first(), time_goes_forward(), prev_is_unbroken(), fields_are_whole(), text_changes_cite(),
        answered_before_decision(), votes_add_up(), erasures_are_remarked()};
}

}  // namespace medskapa::openlog
