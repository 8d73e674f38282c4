#include "app/privacy/person_extract.hpp"

#include "app/act/record.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/privacy/person_match.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/extract_use_store.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace medskapa::app {
namespace {

constexpr std::ptrdiff_t fewest_digits = 7;  // of a telephone number
constexpr std::size_t longest_wanted = 200;  // characters
constexpr std::chrono::hours search_lasts{24};

std::string object_of(const ExtractUse& use) {
    return object_named(ObjectKind::extract, use.search ? use.search.value : use.id.value);
}

std::ptrdiff_t digits_in(const std::string& typed) {
    return std::count_if(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<ExtractUse> note_person_search(Permitted<Action::extract_person> act, ExtractUse typed) {
    auto use = checked(std::move(typed));
    if (!use) return use;
    use->kind = ExtractUse::Kind::search;
    use->search = {};
    use->process = act.process().id;
    use->by = act.actor().user;
    use->used_at = act.now();
    use->id = store::add(tx(act), *use);
    record(act, EntryType::extract_searched, object_of(*use),
        {{"case", use->case_number}, {"reason", use->reason}});
    return use;
}

Result<ExtractUse> note_person_extract(
    Permitted<Action::extract_person> act, Id<ExtractUse> search, int rows, const std::string& digest) {
    auto use = store::find_extract_use(act.db(), search);
    const bool is_theirs = use && use->kind == ExtractUse::Kind::search && use->by == act.actor().user &&
                           use->process == act.process().id && act.now() - use->used_at <= search_lasts;
    if (!is_theirs) return refuse(Failure::Kind::not_found);
    use->search = use->id;
    use->kind = ExtractUse::Kind::file;
    use->found = rows;
    use->digest = digest;
    use->used_at = act.now();
    use->id = store::add(tx(act), *use);
    record(act, EntryType::extract_made, object_of(*use), {{"file", digest}});
    return *use;
}

Result<store::PersonWanted> checked(store::PersonWanted wanted, const std::string& code) {
    for (auto* typed : {&wanted.email, &wanted.name, &wanted.telephone, &wanted.organisation})
        *typed = text::one_line(*typed);
    std::vector<Complaint> complaints;
    if (wanted.is_empty() && text::one_line(code).empty())
        complaints.push_back(
            {Field::email, N_("Write an address, a name, a telephone number, an organisation "
                              "or a code")});
    const std::array<std::pair<Field, const std::string*>, 4> fields{
        {{Field::email, &wanted.email}, {Field::name, &wanted.name}, {Field::telephone, &wanted.telephone},
            {Field::organisation, &wanted.organisation}}};
    for (const auto& [field, typed] : fields)
        if (text::length(*typed) > longest_wanted)
            complaints.push_back(
                {field, N_("Write at most {} characters"), {std::to_string(longest_wanted)}});
    if (text::length(wanted.name) == 1)
        complaints.push_back({Field::name, N_("Write at least two letters of the name")});
    if (!wanted.telephone.empty() && digits_in(wanted.telephone) < fewest_digits)
        complaints.push_back({Field::telephone, N_("Write the whole telephone number, with its area code")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return wanted;
}

store::PersonScope extract_scope(sql::Connection& db, const Actor& actor) {
    store::PersonScope scope{actor.is_operator, {}};
    const auto processes = store::processes(db);
    for (const auto& process : processes)
        if (authorize(actor, Action::extract_person, process.id)) scope.processes.push_back(process.id);
    scope.is_all = scope.is_all || (!processes.empty() && scope.processes.size() == processes.size());
    return scope;
}

std::string ways_of(const store::PersonWanted& wanted, const std::string& code) {
    using store::PersonWay;
    std::string ways;
    const auto add = [&](PersonWay way, const std::string& typed) {
        if (!typed.empty()) ways += (ways.empty() ? "" : " ") + std::string{name_of(way)};
    };
    add(PersonWay::email, wanted.email);
    add(PersonWay::name, wanted.name);
    add(PersonWay::telephone, wanted.telephone);
    add(PersonWay::organisation, wanted.organisation);
    add(PersonWay::code, code);
    return ways;
}

}  // namespace medskapa::app
