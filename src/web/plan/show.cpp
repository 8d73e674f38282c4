#include "base/digest.hpp"
#include "web/assessment/addresses.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/region_nav.hpp"
#include "web/inspel/addresses.hpp"
#include "web/plan/addresses.hpp"
#include "web/plan/note.hpp"
#include "web/plan/pages.hpp"
#include "web/plan/views.hpp"
#include "web/site/open.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::plan {
namespace {

constexpr std::string_view text_ending = ".txt";

Html inspel_part(const Visit& visit) {
    const auto& words = visit.words;
    if (!site::open_activity(visit, *visit.process)) return {};
    return html(R"(
<h2>{title}</h2><p>{lead}</p><p><a class="alone" href="{href}">{link}</a></p>)",
        "title"_a = words("Open for inspel"),
        "lead"_a = words("The plan is the first thing in the process that you can have a say about."),
        "href"_a = with_query(
            visit.href(address::inspel_form), {{"rubrik", words("About the plan for participation")}}),
        "link"_a = words("Give an inspel about the plan"));
}

Html editions_part(const Visit& visit, int here) {
    const auto& words = visit.words;
    const auto all = store::published_plans(visit.db, visit.process->id);
    return html(R"(
<h2>{}</h2><ol class="versions" reversed>{}</ol>)",
        words("Editions"), each(all, [&](const Plan& one) {
            return html(
                R"(<li><a href="{href}"{current}>{name}</a><br><span class="meta">{day}</span>{changed}</li>)",
                "href"_a = visit.href(address::plan_edition_page, one.edition),
                "current"_a = when(one.edition == here, html(R"( aria-current="true")")),
                "name"_a = words("Edition {}", one.edition),
                "day"_a = words("published {}", words.day(visit.site.clock.day(*one.published_at))),
                "changed"_a =
                    when(!one.changed.empty(), html("<p>{}</p>", ui::in_language(one.changed, "sv", words))));
        }));
}

Html aside_view(const Visit& visit, const Plan& plan) {
    return html(R"(<aside>{inspel}{editions}<p><a class="alone" href="{href}">{link}</a></p>{log}</aside>)",
        "inspel"_a = inspel_part(visit), "editions"_a = editions_part(visit, plan.edition),
        "href"_a = visit.href(address::assessments_page), "link"_a = visit.words("Impact assessments"),
        "log"_a = log_link(visit, openlog::object_named(openlog::ObjectKind::plan, plan.edition)));
}

Response framed(const Visit& visit, const std::string& title, const Html& lead, const Html& content) {
    const auto body = html(R"(
<h1>{title}</h1>
{lead}
{content}
{nav})",
        "title"_a = title, "lead"_a = lead, "content"_a = content,
        "nav"_a = region_nav(visit, RegionPage::plan));
    return page(process_page(visit, title, body, "forutsattningar"), visit);
}

Html sides(const Visit& visit, const Plan& plan, const Html& content) {
    return html(R"(<div class="sides"><div>{}</div>
{}</div>)",
        content, aside_view(visit, plan));
}

Html lead_view(const std::string& text) {
    return html(R"(<p class="lead">{}</p>)", text);
}

/// All that the edition says, as the log commits to it, for everybody to compute its digest.
Response as_text(const Visit& visit, const Plan& plan) {
    Response response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = text_of(plan, store::lines_of(visit.db, plan.id));
    response.headers = {{"Cache-Control", "public, max-age=0, must-revalidate"}};
    return response;
}

Html fingerprint_view(const Visit& visit, const Plan& plan, const std::vector<PlanLine>& lines) {
    const auto& words = visit.words;
    const auto file = std::to_string(plan.edition) + std::string{text_ending};
    const auto sum = sha256(text_of(plan, lines));
    const auto digest = medskapa::as_text(sum);
    return html(R"(
<h2>{title}</h2><p>{how}</p>{hexadecimal}{base64})",
        "title"_a = words("Check the text"),
        "how"_a = words.rich(
            "The numbers below are computed from all that this edition says (SHA-256): {}. The open log had "
            "the second of them when the edition was published. If a single character differs you get "
            "another number.",
            html(R"(<a href="{}">{}</a>)", visit.href(address::plan_edition_page, file), file)),
        "hexadecimal"_a = ui::proof(words("SHA-256 in hexadecimal digits"), {hex(digest)}),
        "base64"_a = ui::proof(words("The same in base 64, as the log has it"), {base64(digest)}));
}

}  // namespace

Response show(const Visit& visit) {
    const auto& words = visit.words;
    const auto title = words("Plan for participation and assessment");
    const auto plan = store::newest_plan(visit.db, visit.process->id);
    if (!plan)
        return framed(visit, title,
            lead_view(words("No plan has been published yet. It will say what is to be decided, who is "
                            "affected, how they can take part and what is assessed.")),
            {});
    const auto lines = store::lines_of(visit.db, plan->id);
    const auto promises = store::promises_of(visit.db, visit.process->id);
    const auto outcomes = store::newest_outcomes(visit.db, visit.process->id);
    return framed(visit, title, lead_view(finding_of(tally_of(promises, outcomes), words)),
        sides(visit, *plan,
            html("{}{}{}", purpose_view(visit, *plan, lines), promises_view(visit, promises, outcomes),
                assessments_view(visit, lines, Shows::promised_and_done, promises))));
}

Response edition(const Visit& visit) {
    std::string_view asked = visit.path.at("edition");
    const bool is_file = asked.ends_with(text_ending);
    if (is_file) asked.remove_suffix(text_ending.size());
    const auto number = Visit::number(asked);
    const auto plan = number ? store::plan_edition(visit.db, visit.process->id, *number) : std::nullopt;
    if (!plan) return problem(visit, Failure::Kind::not_found);
    if (is_file) return as_text(visit, *plan);
    const auto& words = visit.words;
    const auto lines = store::lines_of(visit.db, plan->id);
    const auto day = words.day(visit.site.clock.day(*plan->published_at));
    const auto lead = html(R"({}<p><a class="alone" href="{}">{}</a></p>)",
        lead_view(words("As it was published {}. It never changes.", day)), visit.href(address::plan_page),
        words("The plan today, with what came of it"));
    return framed(visit, words("The plan, edition {}", plan->edition), lead,
        sides(visit, *plan,
            html("{purpose}{groups}{assessments}{fingerprint}",
                "purpose"_a = purpose_view(visit, *plan, lines), "groups"_a = groups_view(visit, lines),
                "assessments"_a = assessments_view(visit, lines, Shows::promised, {}),
                "fingerprint"_a = fingerprint_view(visit, *plan, lines))));
}

Html promised_and_done(const Visit& visit) {
    const auto promises = store::promises_of(visit.db, visit.process->id);
    if (!store::newest_plan(visit.db, visit.process->id)) return {};
    const auto outcomes = store::newest_outcomes(visit.db, visit.process->id);
    return html(R"(
<h2>{title}</h2><p>{finding}</p><p><a class="alone" href="{href}">{link}</a></p>)",
        "title"_a = visit.words("Promised and done"),
        "finding"_a = finding_of(tally_of(promises, outcomes), visit.words),
        "href"_a = visit.href(address::plan_page) + "#lovat",
        "link"_a = visit.words("What was promised, beside what was done"));
}

}  // namespace medskapa::web::plan
