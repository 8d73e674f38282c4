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

bool is_digest(std::string_view value) {
    return read_digest(value).has_value();
}

bool is_count(std::string_view value) {
    return read_number(value).has_value();
}

/// As statistics' own files are named elsewhere.
bool is_hexadecimal_digest(std::string_view value) {
    return as_digest(from_hex(value).value_or("")).has_value();
}

bool is_text(std::string_view) {
    return true;
}

struct Demand {
    std::string_view type;  // of the entry; or that and the kind of its object
    std::string_view key;
    bool (*has_form)(std::string_view);
};

constexpr Demand demands[] = {
    {"log.opened", "vkey", is_text},
    {"key.rotated", "vkey", is_text},
    {"key.rotated", "signature", is_text},
    {"release", "version", is_text},
    {"release", "sha256", is_digest},
    {"backup.key_destroyed", "month", is_text},
    {"config rules", "document", is_text},
    {"config rules", "sha256", is_digest},
    {"dataset.imported", "sha256", is_hexadecimal_digest},
    {"dataset.imported", "cells", is_count},
    {"map.imported", "sha256", is_hexadecimal_digest},
    {"map.imported", "level", is_text},
    {"votes.imported", "count", is_count},
    {"statement.rejected", "reason", is_text},
    {"votes.batch", "count", is_count},
    {"votes.batch", "root", is_digest},
    {"votes.opened", "count", is_count},
    {"votes.opened", "opened", is_count},
    {"votes.opened", "withheld", is_count},
    {"votes.opened", "openings", is_text},
    {"analysis.snapshot", "sha256", is_digest},
    {"text.version", "sha256", is_digest},
    {"consultation", "date", is_text},
    {"consultation", "sha256", is_digest},
    {"decision", "body", is_text},
    {"decision", "date", is_text},
    {"decision", "dnr", is_text},
    {"decision", "sha256", is_digest},
    {"export.published", "sha256", is_digest},
    {"erased", "field", is_text},
    {"erased", "ground", is_text},
    {"erased", "dnr", is_text},
};

/// The inspel that an object is, or is a part of: "inspel/7f3a9c/2" is of "inspel/7f3a9c".
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

/// Whether an inspel is no longer shown after this: nobody is owed an answer in public.
bool takes_away(const Entry& entry) {
    if (entry.type != "erased") return entry.type == "inspel.moderated" || entry.type == "inspel.withdrawn";
    const auto field = entry.field("field");
    return field == "all" || field == "public-copy";
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

void follow(Treatments& treatments, std::uint64_t place, const Entry& entry) {
    const auto inspel = inspel_of(entry.object);
    if (inspel.empty()) return;
    auto& treatment = treatments[inspel];
    const bool is_whole = entry.object == inspel;
    if (entry.type == "inspel.published" && !treatment.is_published) {
        treatment.is_published = true;
        treatment.published_at = place;
    } else if (entry.type == "inspel.split") {
        treatment.waiting_issues.insert(entry.object);
    } else if (entry.type == "inspel.joined") {
        treatment.waiting_issues.erase(entry.object);
    } else if (entry.type == "inspel.answered") {
        treatment.waiting_issues.erase(entry.object);
        treatment.has_answer = true;
    } else if (is_whole && takes_away(entry)) {
        treatment.is_published = false;
    }
}

}  // namespace

Rule opened_first() {
    return [](std::uint64_t place, const Entry& entry) -> Found {
        if ((place == 0) == (entry.type == "log.opened")) return {};
        if (place == 0) return {breach(place, N_("The first entry does not open the log"))};
        return {breach(place, N_("The log is opened a second time"))};
    };
}

Rule time_goes_forward() {
    return [before = Instant::min()](std::uint64_t place, const Entry& entry) mutable -> Found {
        const auto followed = std::exchange(before, entry.time);
        if (entry.time >= followed) return {};
        return {breach(place, N_("It is dated {}, before the entry that it follows, {}"),
            {time::iso(entry.time), time::iso(followed)})};
    };
}

Rule prev_is_unbroken() {
    return [last = std::unordered_map<std::string, std::int64_t>{}](
               std::uint64_t place, const Entry& entry) mutable -> Found {
        if (entry.object.empty()) return {};
        const auto before = last.find(entry.object);
        const auto expected = before == last.end() ? std::nullopt : std::optional{before->second};
        last[entry.object] = static_cast<std::int64_t>(place);
        if (entry.prev == expected) return {};
        const auto named = [](std::optional<std::int64_t> at) { return at ? std::to_string(*at) : "-"; };
        return {breach(place, N_("Its chain is broken: it follows {} about {}, but the newest is {}"),
            {named(entry.prev), entry.object, named(expected)})};
    };
}

Rule fields_are_whole() {
    return [](std::uint64_t place, const Entry& entry) -> Found {
        Found found;
        const auto of_kind = entry.type + ' ' + entry.object.substr(0, entry.object.find('/'));
        for (const auto& demand : demands) {
            if (demand.type != entry.type && demand.type != of_kind) continue;
            const auto value = entry.field(demand.key);
            if (value && demand.has_form(*value)) continue;
            found.push_back(breach(place, N_("An entry of the type {} must have a sound field {}"),
                {entry.type, std::string{demand.key}}));
        }
        return found;
    };
}

Rule text_versions_cite() {
    struct State {
        std::vector<bool> is_inspel;
        std::set<std::string> known_texts;
    };
    return [state = State{}](std::uint64_t place, const Entry& entry) mutable -> Found {
        state.is_inspel.push_back(!inspel_of(entry.object).empty());
        if (entry.type != "text.version") return {};
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
    return [by_process = std::map<std::string, State>{}](
               std::uint64_t place, const Entry& entry) mutable -> Found {
        auto& state = by_process[entry.process];
        follow(state.treatments, place, entry);
        if (entry.type == "answers.waived") state.waived_at = place;
        if (entry.type != "decision") return {};
        Found found;
        for (const auto& [inspel, treatment] : state.treatments)
            if (treatment.waits()) found.push_back(unanswered(place, inspel, treatment, state.waived_at));
        return found;
    };
}

Rule votes_add_up() {
    struct Counted {
        std::uint64_t sealed = 0;
        std::optional<std::uint64_t> in_result;
    };
    return [counted = std::map<std::string, Counted>{}](
               std::uint64_t place, const Entry& entry) mutable -> Found {
        const auto number = [&](std::string_view key) { return read_number(entry.field(key).value_or("")); };
        auto& votes = counted[entry.process + ' ' + entry.object];
        if (entry.type == "votes.batch") votes.sealed += number("count").value_or(0);
        if (entry.type == "analysis.snapshot") votes.in_result = number("votes");
        if (entry.type != "votes.opened") return {};
        Found found;
        if (const auto count = number("count"); count && count != votes.sealed)
            found.push_back(breach(place, N_("It tells of {} votes, and {} were sealed in batches"),
                {std::to_string(*count), std::to_string(votes.sealed)}));
        const auto told = number("opened").value_or(0) + number("withheld").value_or(0);
        if (votes.in_result && told != votes.in_result)
            found.push_back(breach(place, N_("It tells of {} votes that count, and the frozen result of {}"),
                {std::to_string(told), std::to_string(*votes.in_result)}));
        return found;
    };
}

Rule erasures_are_told() {
    return [](std::uint64_t place, const Entry& entry) -> Found {
        if (entry.type != "erased") return {};
        const auto said = [&](std::string_view key) { return std::string{entry.field(key).value_or("?")}; };
        return {remark(place, N_("The content of {} was erased: {}, on the ground {}, decision {}"),
            {entry.object, said("field"), said("ground"), said("dnr")})};
    };
}

std::vector<Rule> all_rules() {
    return {opened_first(), time_goes_forward(), prev_is_unbroken(), fields_are_whole(), text_versions_cite(),
        answered_before_decision(), votes_add_up(), erasures_are_told()};
}

}  // namespace medskapa::openlog
