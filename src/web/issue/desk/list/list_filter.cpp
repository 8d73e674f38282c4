#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/staff/desk_store.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/list/list_views.hpp"
#include "web/issue/desk/queue.hpp"

#include <algorithm>

namespace medskapa::web::issue::desk {
namespace {

using ui::Choice;

constexpr std::int64_t counted_at_most = 100;  // of a saved filter

std::vector<Choice> with_all(const Visit& visit, std::vector<Choice> choices) {
    choices.insert(choices.begin(), Choice{"", visit.words("All")});
    return choices;
}

std::vector<Choice> colleagues(const Visit& visit, const std::string& asked) {
    const auto& me = visit.signed_in->user.name;
    std::vector<Choice> choices{
        {"", visit.words("All")}, {me, visit.words("Mine")}, {"-", visit.words("Nobody yet")}};
    auto names = owners(visit);
    if (!asked.empty() && asked != "-" && std::find(names.begin(), names.end(), asked) == names.end())
        names.push_back(asked);
    for (const auto& name : names)
        if (name != me) choices.push_back({name, name});
    return choices;
}

std::vector<Choice> topics_of(const Visit& visit, const inspel::Surroundings& s) {
    std::vector<Choice> choices;
    for (const auto& topic : s.topics) choices.push_back({topic.slug, visit.in(topic.title)});
    return with_all(visit, choices);
}

std::vector<Choice> municipalities_of(const Visit& visit, const inspel::Surroundings& s) {
    std::vector<Choice> choices;
    for (const auto& one : s.municipalities) choices.push_back({one.code, one.name});
    return with_all(visit, choices);
}

/// The newest of them: who looks for an older one writes a word of it.
std::vector<Choice> groups_of(const Visit& visit) {
    constexpr std::size_t most_groups = 100;
    std::vector<Choice> choices;
    for (const auto& group : store::groups_of(visit.db, visit.process->id))
        if (group.size > 0)
            choices.push_back(
                {std::to_string(group.id.value), group.title + " (" + std::to_string(group.size) + ")"});
    std::reverse(choices.begin(), choices.end());
    if (choices.size() > most_groups) choices.resize(most_groups);
    return with_all(visit, choices);
}

Html further(const Visit& visit, const Asked& asked, const inspel::Surroundings& s) {
    const auto& words = visit.words;
    Html all;
    const auto pick = [&](const char* name, const std::string& label, const std::string& value,
                          const std::vector<Choice>& choices) {
        all += ui::select({.name = name, .label = label, .value = value}, choices, {}, words);
    };
    pick("kommun", words("Municipality"), asked.municipality, municipalities_of(visit, s));
    pick("vem", words("Kind of sender"), asked.actor_kind, with_all(visit, ui::choices_of<ActorKind>(words)));
    pick("grupp", words("Group"), asked.group, groups_of(visit));
    pick("ordning", words("Order"), asked.order.empty() ? "nyast" : asked.order,
        ui::choices_of<store::DeskOrder>(words));
    all += ui::checkbox(
        {.name = "sen", .label = words("Late alone"), .value = asked.is_late ? "ja" : ""}, {}, words);
    return all;
}

Html filter_link(const std::string& href, const std::string& title, std::int64_t count, bool is_here) {
    const auto many =
        count >= counted_at_most ? std::to_string(counted_at_most - 1) + "+" : std::to_string(count);
    return html(R"(<li><a href="{href}"{here}>{title} <b>{many}</b></a></li>)", "href"_a = href,
        "here"_a = when(is_here, html(R"( aria-current="page")")), "title"_a = title, "many"_a = many);
}

std::int64_t count_of(const Visit& visit, const Asked& asked) {
    return store::count_on_desk(visit.db, visit.process->id, filter_of(visit, asked), counted_at_most);
}

Html own_filters(const Visit& visit, const std::string& here) {
    return each(store::saved_filters_of(visit.db, visit.signed_in->user.id, visit.process->id),
        [&](const SavedFilter& filter) {
            const auto asked = asked_by(filter.query);
            return filter_link(list_href(visit, asked), filter.title, count_of(visit, asked),
                list_href(visit, asked) == here);
        });
}

}  // namespace

Html filter_view(const Visit& visit, const Asked& asked, const inspel::Surroundings& s) {
    const auto& words = visit.words;
    const auto kind = asked.kind == store::DeskKind::inspel
                          ? Html{}
                          : ui::hidden_field("visa", std::string{name_of(asked.kind)});
    return html(R"(
<form class="filter" method="get" role="search" aria-label="{label}">{kind}<div class="wide">{search}</div>{stage}{topic}{assignee}{further}<button class="btn quiet" type="submit">{submit}</button></form>)",
        "label"_a = words("Filter the list"), "kind"_a = kind,
        "search"_a =
            ui::text_field({.name = "q", .label = words("Number, word or sender"), .value = asked.words},
                ui::Input::search, {}, words),
        "stage"_a = ui::select({.name = "lage", .label = words("Status"), .value = asked.stage},
            with_all(visit, ui::choices_of<store::DeskStage>(words)), {}, words),
        "topic"_a = ui::select(
            {.name = "amne", .label = words("Topic"), .value = asked.topic}, topics_of(visit, s), {}, words),
        "assignee"_a =
            ui::select({.name = "ansvarig", .label = words("Assigned to"), .value = asked.assignee},
                colleagues(visit, asked.assignee), {}, words),
        "further"_a = further(visit, asked, s), "submit"_a = words("Filter"));
}

Html saved_view(const Visit& visit, const Asked& asked) {
    const auto& words = visit.words;
    const auto here = list_href(visit, asked);
    const auto standing = [&](const std::string& title, store::DeskKind kind, std::string stage, bool is_late,
                              std::string assignee) {
        Asked one;
        one.kind = kind;
        one.stage = std::move(stage);
        one.is_late = is_late;
        one.assignee = std::move(assignee);
        const auto href = list_href(visit, one);
        return filter_link(href, title, count_of(visit, one), href == here);
    };
    using enum store::DeskKind;
    auto all = standing(words("To review"), inspel, "granska", false, "");
    all += standing(words("To split"), inspel, "dela", false, "");
    all += standing(words("Mine to answer"), issues, "besvara", false, visit.signed_in->user.name);
    all += standing(words("Overdue"), issues, "", true, "");
    all += standing(words("Answers that wait to be published"), answers, "publicera", false, "");
    return html(R"(<nav aria-label="{}"><ul class="saved">{}{}</ul></nav>)", words("Saved filters"), all,
        own_filters(visit, here));
}

}  // namespace medskapa::web::issue::desk
