#pragma once

#include "base/names.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The objects that entries of the open log are about: nouns and names by turns, the whole before its part.
namespace medskapa::openlog {

enum class ObjectKind {
    activity,
    answer,
    appeal,
    assessment,
    backup_key,
    body,
    change,
    citation,
    completeness,
    consultation,
    conversation,
    dataset,
    decision,
    document,
    event,
    extract,
    inspel,
    issue,
    lack,
    mandate,
    map,
    news,
    organisation,
    panel,
    party,
    plan,
    priority,
    process,
    referral,
    report,
    request,
    requirement,
    retention,
    role,
    rules,
    run,
    site,
    statement,
    step,
    swot,
    text,
    text_block,
    version,
    weighing,
};

}  // namespace medskapa::openlog

namespace medskapa {

template <>
inline constexpr auto names_of<openlog::ObjectKind> = names<openlog::ObjectKind>({
    {openlog::ObjectKind::activity, "activity"},
    {openlog::ObjectKind::answer, "answer"},
    {openlog::ObjectKind::appeal, "appeal"},
    {openlog::ObjectKind::assessment, "assessment"},
    {openlog::ObjectKind::backup_key, "backup_key"},
    {openlog::ObjectKind::body, "body"},
    {openlog::ObjectKind::change, "change"},
    {openlog::ObjectKind::citation, "citation"},
    {openlog::ObjectKind::completeness, "completeness"},
    {openlog::ObjectKind::consultation, "consultation"},
    {openlog::ObjectKind::conversation, "conversation"},
    {openlog::ObjectKind::dataset, "dataset"},
    {openlog::ObjectKind::decision, "decision"},
    {openlog::ObjectKind::document, "document"},
    {openlog::ObjectKind::event, "event"},
    {openlog::ObjectKind::extract, "extract"},
    {openlog::ObjectKind::inspel, "inspel"},
    {openlog::ObjectKind::issue, "issue"},
    {openlog::ObjectKind::lack, "lack"},
    {openlog::ObjectKind::mandate, "mandate"},
    {openlog::ObjectKind::map, "map"},
    {openlog::ObjectKind::news, "news"},
    {openlog::ObjectKind::organisation, "organisation"},
    {openlog::ObjectKind::panel, "panel"},
    {openlog::ObjectKind::party, "party"},
    {openlog::ObjectKind::plan, "plan"},
    {openlog::ObjectKind::priority, "priority"},
    {openlog::ObjectKind::process, "process"},
    {openlog::ObjectKind::referral, "referral"},
    {openlog::ObjectKind::report, "report"},
    {openlog::ObjectKind::request, "request"},
    {openlog::ObjectKind::requirement, "requirement"},
    {openlog::ObjectKind::retention, "retention"},
    {openlog::ObjectKind::role, "role"},
    {openlog::ObjectKind::rules, "rules"},
    {openlog::ObjectKind::run, "run"},
    {openlog::ObjectKind::site, "site"},
    {openlog::ObjectKind::statement, "statement"},
    {openlog::ObjectKind::step, "step"},
    {openlog::ObjectKind::swot, "swot"},
    {openlog::ObjectKind::text, "text"},
    {openlog::ObjectKind::text_block, "text_block"},
    {openlog::ObjectKind::version, "version"},
    {openlog::ObjectKind::weighing, "weighing"},
});

}  // namespace medskapa

namespace medskapa::openlog {

/// "inspel/7f3a9c"
std::string object_named(ObjectKind, std::string_view name);
std::string object_named(ObjectKind, std::int64_t number);
/// "inspel/7f3a9c/issue/2": a part of an object.
std::string part_named(const std::string& whole, ObjectKind, std::string_view name);
std::string part_named(const std::string& whole, ObjectKind, std::int64_t number);

/// The noun and the name that an object begins with, and those of its part, where it is one.
struct ObjectName {
    ObjectKind kind = ObjectKind::process;
    std::string name;
    std::string part = {};  // "issue/2"; empty: the whole
};
/// Nothing for an object of a kind that we do not know, or without a name.
std::optional<ObjectName> read_object(std::string_view);

}  // namespace medskapa::openlog
