#include "base/csv/write.hpp"
#include "web/checklist/addresses.hpp"
#include "web/checklist/pages.hpp"
#include "web/checklist/views.hpp"
#include "web/checklist/wheel.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/frame/menus/region_nav.hpp"

namespace medskapa::web::checklist {
namespace {

using Status = Judgement::Status;
using States = std::vector<app::RequirementState>;

std::string text_of(const Visit& visit, const app::RequirementState& state) {
    return state.requirement->text.in(visit.words.language());
}

Html asked_view(const Visit& visit, const app::RequirementState& state) {
    return html(R"(<li>{}<div><p>{}</p>{}</div></li>)", status_view(state.status, visit.words),
        text_of(visit, state), ground_of(visit, state));
}

/// The states of one step, that stand next to each other.
std::vector<States> by_group(const States& states) {
    std::vector<States> groups;
    for (const auto& state : states) {
        if (groups.empty() || !(groups.back().front().requirement->group == state.requirement->group))
            groups.emplace_back();
        groups.back().push_back(state);
    }
    return groups;
}

const char* class_of_step(std::size_t met, std::size_t all) {
    return met == all ? "full" : met > 0 ? "work" : "bare";
}

Html step_view(const Visit& visit, const States& states, std::size_t number) {
    const auto met = count_of(states, Status::met);
    return html(R"(
<li class="{kind}" value="{number}"><h3>{title}</h3><p class="meta">{met}</p><ul class="asks">{asked}</ul></li>)",
        "kind"_a = class_of_step(met, states.size()), "number"_a = number,
        "title"_a = states.front().requirement->group.in(visit.words.language()),
        "met"_a = visit.words("{} of {} requirements met", met, states.size()),
        "asked"_a = each(states, [&](const auto& state) { return asked_view(visit, state); }));
}

Html list_head(const Visit& visit, const Checklist& list) {
    return html(R"(<p>{}</p><p class="meta">{}</p>)", list.lead.in(visit.words.language()),
        rules_of(list, visit.words));
}

Html steps_view(const Visit& visit, const OpenedChecklist& opened) {
    std::size_t number = 0;
    return html(R"({}<ol class="six">{}
</ol>)",
        list_head(visit, *opened.list), each(by_group(opened.states), [&](const States& states) {
            return step_view(visit, states, ++number);
        }));
}

Html plain_view(const Visit& visit, const OpenedChecklist& opened) {
    return html(R"({}<ol class="asks">{}</ol>)", list_head(visit, *opened.list),
        each(opened.states, [&](const auto& state) { return asked_view(visit, state); }));
}

Html law_view(const Visit& visit, const OpenedChecklist& opened) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("Requirements"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Section of the law")}, {words("Requirement, in our words")}, {words("Status")},
            {words("What shows it")}},
        .narrow = ui::Narrow::stacks};
    for (const auto& state : opened.states)
        table.rows.push_back({html("{}", state.requirement->group.in(words.language())),
            html("{}", text_of(visit, state)), status_view(state.status, words), ground_of(visit, state)});
    return html("{}{}", list_head(visit, *opened.list), ui::table(table));
}

Html list_view(const Visit& visit, const OpenedChecklist& opened) {
    using enum Checklist::Kind;
    if (opened.list->kind == wheel) return wheel_figure(visit, opened);
    const auto content = opened.list->kind == steps       ? steps_view(visit, opened)
                         : opened.list->kind == ordinance ? law_view(visit, opened)
                                                          : plain_view(visit, opened);
    return html(R"(
<section aria-labelledby="{id}"><h2 id="{id}">{title}</h2>{content}</section>)",
        "id"_a = name_of(opened.list->kind), "title"_a = opened.list->title.in(visit.words.language()),
        "content"_a = content);
}

/// How many requirements there are of each status, in all lists that are not graded.
std::map<Status, std::size_t> totals_of(const std::vector<OpenedChecklist>& all) {
    std::map<Status, std::size_t> totals;
    for (const auto& opened : all)
        if (!opened.list->is_graded())
            for (const auto& state : opened.states) ++totals[state.status];
    return totals;
}

std::size_t sum_of(const std::map<Status, std::size_t>& totals) {
    std::size_t sum = 0;
    for (const auto& [status, number] : totals) sum += number;
    return sum;
}

std::string finding_of(std::map<Status, std::size_t> totals, const Words& words) {
    return words(
        "{} of {} requirements are met. Not met: {}. Too old: {}. Each shows what it is judged "
        "by, so that you can try it yourself.",
        totals[Status::met], sum_of(totals), totals[Status::missing], totals[Status::old]);
}

Html totals_view(const Visit& visit, std::map<Status, std::size_t> totals) {
    const auto& words = visit.words;
    return html(R"(<ul class="uses tally">{}</ul>)", each(names_of<Status>, [&](const auto& name) {
        return html("<li>{} <b>{}</b></li>", status_view(name.value, words), totals[name.value]);
    }));
}

std::string csv_of(const Visit& visit) {
    auto lines = csv::line(
        {"list", "version", "code", "requirement", "status", "grade", "by", "comment", "evidence", "judged"});
    for (const auto& opened : opened_checklists(visit))
        for (const auto& state : opened.states) {
            const auto& judged = state.judged;
            lines += csv::line(
                {std::string{name_of(opened.list->kind)}, opened.list->version, state.requirement->code,
                    state.requirement->text.original(), std::string{name_of(state.status)},
                    judged && judged->grade ? std::to_string(*judged->grade) : "",
                    judged            ? "person"
                    : state.looked_up ? "site"
                                      : "",
                    judged ? judged->comment : "", judged ? judged->evidence : "",
                    judged ? time::iso(visit.site.clock.day(judged->judged_at)) : ""});
        }
    return lines;
}

}  // namespace

Response show(const Visit& visit) {
    const auto& words = visit.words;
    const auto all = opened_checklists(visit);
    const auto totals = totals_of(all);
    const auto title = words("The six steps: what is met, and what is missing");
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{finding}</p>
<div class="sides"><div>{lists}</div>
<aside aria-labelledby="laget"><h2 id="laget">{now}</h2>{totals}<p>{how}</p><p>{fetch} <a href="{csv}">CSV</a></p></aside></div>
{nav})",
        "title"_a = title, "finding"_a = finding_of(totals, words),
        "lists"_a = each(all, [&](const OpenedChecklist& opened) { return list_view(visit, opened); }),
        "now"_a = words("How it stands today"), "totals"_a = totals_view(visit, totals),
        "how"_a = words("What the site can look up it looks up each time. A person can judge otherwise, and "
                        "must write why. The process keeps the rules that were valid when it began. The page "
                        "can be printed."),
        "fetch"_a = words("Fetch:"), "csv"_a = visit.href(address::checklists_csv),
        "nav"_a = region_nav(visit, RegionPage::steps));
    return page(process_page(visit, title, body, "forutsattningar"), visit);
}

Response as_csv(const Visit& visit) {
    return csv_file("krav.csv", csv_of(visit));
}

Response wheel_picture(const Visit& visit) {
    Response response;
    response.content_type = "image/svg+xml";
    response.headers = {{"Content-Disposition", "attachment; filename=\"hjul.svg\""},
        {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    for (const auto& opened : opened_checklists(visit))
        if (opened.list->is_graded()) response.body = wheel_drawing(visit, opened).markup();
    return response;
}

}  // namespace medskapa::web::checklist
