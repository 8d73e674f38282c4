#include "web/log/words.hpp"

#include "engine/openlog/objects.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/plan/plan_store.hpp"
#include "store/site/site_store.hpp"
#include "store/swot/swot_store.hpp"
#include "web/assessment/addresses.hpp"
#include "web/checklist/addresses.hpp"
#include "web/conversation/addresses.hpp"
#include "web/decision/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/log/addresses.hpp"
#include "web/log/sentences.hpp"
#include "web/panel/addresses.hpp"
#include "web/plan/addresses.hpp"
#include "web/priority/addresses.hpp"
#include "web/referral/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/statistics/addresses.hpp"
#include "web/swot/addresses.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::web::log {
namespace {

using openlog::ObjectKind;

std::string inspel_href(const Visit& visit, const Process& process, const std::string& public_id) {
    const auto inspel = store::inspel_with_public_id(visit.db, public_id);
    if (!inspel || inspel->state != Inspel::State::published) return {};
    return visit.href_in(process, address::inspel_page, inspel->number);
}

std::string step_href(const Visit& visit, const Process& process, const std::string& id) {
    for (const auto& step : store::steps_of(visit.db, process.id))
        if (std::to_string(step.id.value) == id)
            return visit.href_in(process, address::step_page, step.number);
    return {};
}

std::string activity_href(const Visit& visit, const Process& process, const std::string& id) {
    for (const auto& activity : store::activities_of(visit.db, process.id))
        if (std::to_string(activity.id.value) == id)
            return visit.href_in(process, address::activity_page, activity.slug);
    return {};
}

/// What was taken back has no page.
std::string event_href(const Visit& visit, const Process& process, const std::string& id) {
    const auto number = Visit::number(id);
    const auto event = number ? store::find_event(visit.db, process.id, Id<Event>{*number}) : std::nullopt;
    return event ? visit.href_in(process, address::event_page, id) : std::string{};
}

/// A draft is read by nobody.
std::string swot_href(const Visit& visit, const Process& process, const std::string& name) {
    const auto number = Visit::number(name);
    const auto item = number ? store::swot_item_numbered(visit.db, process.id, *number) : std::nullopt;
    return item && item->is_published() ? visit.href_in(process, address::swot_item_page, *number)
                                        : std::string{};
}

/// A draft is read by nobody.
std::string plan_href(const Visit& visit, const Process& process, const std::string& name) {
    const auto number = Visit::number(name);
    const auto plan = number ? store::plan_edition(visit.db, process.id, *number) : std::nullopt;
    return plan ? visit.href_in(process, address::plan_edition_page, *number) : std::string{};
}

/// A frozen version, or the document.
std::string document_href(const Visit& visit, const Process& process, const openlog::ObjectName& object) {
    constexpr std::string_view version = "version/";
    if (object.part.starts_with(version))
        return visit.href_in(process, address::version_page, object.name, object.part.substr(version.size()));
    return visit.href_in(process, address::document_page, object.name);
}

/// Where the public can read of something in a process; empty when nowhere.
std::string object_href(const Visit& visit, const Process& process, const openlog::ObjectName& object) {
    switch (object.kind) {
        case ObjectKind::inspel: return inspel_href(visit, process, object.name);
        case ObjectKind::text: return visit.href_in(process, address::paragraph_page, object.name);
        case ObjectKind::document: return document_href(visit, process, object);
        case ObjectKind::change: return visit.href_in(process, address::change_page, object.name);
        case ObjectKind::conversation: return visit.href_in(process, address::result_page, object.name);
        case ObjectKind::referral: return visit.href_in(process, address::referral_page, object.name);
        case ObjectKind::run: return visit.href_in(process, address::run_page, object.name);
        case ObjectKind::dataset: return visit.href_in(process, address::dataset_page, object.name);
        case ObjectKind::priority: return visit.href_in(process, address::priority_page, object.name);
        case ObjectKind::swot: return swot_href(visit, process, object.name);
        case ObjectKind::assessment: return visit.href_in(process, address::assessment_page, object.name);
        case ObjectKind::plan: return plan_href(visit, process, object.name);
        case ObjectKind::weighing: return visit.href_in(process, address::weighing_page, object.name);
        case ObjectKind::panel: return visit.href_in(process, address::panel_page, object.name);
        case ObjectKind::requirement: return visit.href_in(process, address::checklists_page);
        case ObjectKind::decision: return visit.href_in(process, address::decisions_page);
        case ObjectKind::consultation:
            return visit.href_in(process, address::decisions_page) + "#konsultation";
        case ObjectKind::process: return visit.href_in(process, address::start_page);
        case ObjectKind::step: return step_href(visit, process, object.name);
        case ObjectKind::activity: return activity_href(visit, process, object.name);
        case ObjectKind::event: return event_href(visit, process, object.name);
        case ObjectKind::news: return visit.href_in(process, address::news_page);
        case ObjectKind::body: return visit.href_in(process, address::organisation_page);
        default: return {};
    }
}

/// Where the public can read what the entry is about; empty when nowhere.
std::string href_of(const Visit& visit, const openlog::Entry& entry, Processes& processes) {
    if (entry.type == name_of(openlog::EntryType::rules_changed))
        return std::string{entry.field("document").value_or("")};
    if (entry.type == name_of(openlog::EntryType::votes_opened))
        return std::string{entry.field("openings").value_or("")};
    const auto object = openlog::read_object(entry.object);
    if (!object) return {};
    const auto& process = processes.named(entry.process);
    return process ? object_href(visit, *process, *object) : std::string{};
}

std::string plain_sentence(const Visit& visit, const openlog::Entry& entry) {
    const auto type = openlog::entry_type_named(entry.type);
    if (type && entry.field("undone")) return visit.words(sentence_of_undone(*type));
    return type ? visit.words(sentence_of(*type)) : visit.words("An entry of the type {}.", entry.type);
}

}  // namespace

std::string log_address(const Visit& visit) {
    return visit.site.base_url + path_to(address::log_page);
}

const std::optional<Process>& Processes::named(const std::string& slug) {
    const auto [process, is_new] = read_.try_emplace(slug);
    if (is_new) process->second = store::process_named(visit_.db, slug);
    return process->second;
}

Html sentence(const Visit& visit, const openlog::Entry& entry, Processes& processes) {
    const auto words = plain_sentence(visit, entry);
    const auto href = href_of(visit, entry, processes);
    return href.empty() ? html("{}", words) : html(R"(<a href="{}">{}</a>)", href, words);
}

std::string sentence_of_many(const Visit& visit, const openlog::Entry& entry, std::size_t many) {
    const auto number = visit.words.number(static_cast<std::int64_t>(many));
    const auto type = openlog::entry_type_named(entry.type);
    if (const auto* known = type ? sentence_of_many(*type) : nullptr) return visit.words(known, number);
    return visit.words("{} times in a row: {}", number, plain_sentence(visit, entry));
}

const std::vector<KindOfActs>& kinds_of_acts() {
    static const std::vector<KindOfActs> kinds{
        {"inspel", N_("Inspel"), {"inspel.", "addition.", "amendment.", "statement.converted"}},
        {"svar", N_("Answers to inspel"), {"issue.", "answer.", "completeness.", "text_block."}},
        {"text", N_("The text and its versions"), {"document.", "text.", "change."}},
        {"remiss", N_("Formal consultation"), {"referral."}},
        {"organisationer", N_("Organisations, and who speaks for them"), {"organisation.", "mandate."}},
        {"roster", N_("Statements and votes"), {"statement.", "votes.", "conversation."}},
        {"granskning", N_("Review, reports and appeals"),
            {"inspel.published", "inspel.declined", "inspel.reopened", "inspel.redacted", "inspel.edited",
                "statement.accepted", "statement.rejected", "statement.reopened", "report.", "appeal.",
                "site.conduct_changed"}},
        {"beslut", N_("Decisions and consultation"),
            {"decision.", "consultation.", "completeness.", "correction."}},
        {"webbplats", N_("The process, news and calendar"),
            {"process.", "step.", "activity.", "event.", "news.", "body.", "role.", "rules.", "site.",
                "lack.", "sign_in.", "extract.", "request."}},
        {"statistik", N_("Statistics and borders"), {"dataset.", "map.", "run.", "citation.", "swot."}},
        {"prioriteringar", N_("Priorities, weighing, panels and requirements"),
            {"priority.", "weighing.", "panel.", "requirement."}},
        {"bedomningar", N_("Impact assessments and the plan for participation"), {"assessment.", "plan."}},
        {"logg", N_("The log itself, and erasures"),
            {"log.", "key.", "program.", "backup_key.", "inspel.erased", "retention."}},
    };
    return kinds;
}

std::vector<std::string> types_of(std::string_view kind) {
    std::vector<std::string> types;
    for (const auto& known : kinds_of_acts()) {
        if (known.name != kind) continue;
        for (const auto& [type, word, label] : names_of<openlog::EntryType>)
            if (std::any_of(known.begin_with.begin(), known.begin_with.end(),
                    [&](std::string_view start) { return word.starts_with(start); }))
                types.emplace_back(word);
    }
    return types;
}

Html what_it_proves(const Words& words) {
    const auto list = [](const std::string& title, const std::vector<std::string>& items) {
        return html("<h2>{}</h2><ul>{}</ul>", title,
            each(items, [](const std::string& item) { return html("<li>{}</li>", item); }));
    };
    auto all = list(words("What the log proves"),
        {words("What has been received cannot be taken away, changed, back-dated or moved without that being "
               "seen."),
            words("Whoever has a receipt can show that their inspel was received, and in which words, or how "
                  "they "
                  "voted."),
            words(
                "A decision stands for one fixed text, and every published inspel was answered before it, or "
                "it was said in public why not."),
            words("When voting is over everybody can count the votes that were committed while it went on."),
            words(
                "Everybody sees the same history, as long as a witness outside signs it, or somebody keeps a "
                "checkpoint to compare with.")});
    all += list(words("What it does not prove"),
        {words("That what somebody has written is true, or who wrote it."),
            words("That every vote is a real person's, and that nobody voted twice from two browsers."),
            words("That the review was fair: only that it took place, and when."),
            words("That an inspel without a receipt was received. Save your receipt.")});
    return all;
}

}  // namespace medskapa::web::log
