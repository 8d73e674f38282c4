#include "app/own_page/own_acts.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/own_page/columns.hpp"
#include "store/own_page/own_page_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/addresses.hpp"
#include "web/own_page/addresses.hpp"
#include "web/own_page/desk/pages.hpp"

namespace medskapa::web::own_page::desk {
namespace {

constexpr int newest = 200;

/// Of each request its own: the page has several, and a label belongs to one.
std::string answer_field(Id<OwnRequest> id) {
    return fmt::format("svar-{}", id.value);
}

Html answer_form(
    const Visit& visit, const OwnRequest& request, Id<OwnRequest> tried, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const bool is_tried = request.id == tried;
    const auto field = ui::text_area(
        {.name = answer_field(request.id),
            .label = words("Your answer"),
            .value = std::string{visit.field(answer_field(request.id))},
            .hint = words("What you have done, or why not and how to complain. The sender reads it on My "
                          "pages. Mask or erase first.")},
        4, is_tried ? complaints : ui::Complaints{}, words);
    return post_form(visit, {.action = visit.href(address::answer_own_request, request.id.value),
                                .fields = field,
                                .button = ui::submit(words("Send the answer"), ui::Weight::small),
                                .seen = {sql::version_of<store::tables::own_request>(request)}});
}

Html end_view(
    const Visit& visit, const OwnRequest& request, Id<OwnRequest> tried, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!request.answered_at) return answer_form(visit, request, tried, complaints);
    return html(R"(<p class="meta">{}</p><div class="original as-typed">{}</div>)",
        words("Answered {}", words.day(visit.site.clock.day(*request.answered_at))), request.answer);
}

Html request_view(
    const Visit& visit, const OwnRequest& request, Id<OwnRequest> tried, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto inspel = store::find_inspel(visit.db, request.inspel).value();
    return html(R"(
<li><h2>{title}</h2><p class="meta">{came}</p><div class="original as-typed">{text}</div><p><a href="{href}">{open}</a></p>{end}</li>)",
        "title"_a = shown(request.kind, words),
        "came"_a = words("Came in {}", words.day(visit.site.clock.day(request.made_at))),
        "text"_a = request.text, "href"_a = visit.href(address::inspel_workbench, inspel.number),
        "open"_a = words("Open {}", inspel::reference(inspel)),
        "end"_a = end_view(visit, request, tried, complaints));
}

Response list(const Visit& visit, Id<OwnRequest> tried, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto all = store::own_requests(visit.db, visit.process->id, newest);
    const auto title = words("Requests from senders");
    const auto body =
        all.empty() ? html("<p>{}</p>", words("Nobody has asked for anything."))
                    : html(R"(<ul class="plain news">{}</ul>)", each(all, [&](const OwnRequest& request) {
                          return request_view(visit, request, tried, complaints);
                      }));
    auto content = desk_page(visit, title,
        html(R"({errors}<h1>{title}</h1><p class="lead">{lead}</p>{list})",
            "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
            "lead"_a =
                words("What senders want to have put right or erased. Those that wait come first. Answer "
                      "within a month (GDPR, article 12)."),
            "list"_a = body),
        "begaran");
    content.width = ui::Width::column;
    return page_with_form(std::move(content), visit, complaints, status);
}

}  // namespace

Response requests(const Visit& visit) {
    return list(visit, {}, {}, 200);
}

Response answer(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("request"));
    if (!number) return problem(visit, Failure::Kind::not_found);
    const Id<OwnRequest> id{*number};
    auto done = visit.write([&](auto& act) {
        return app::answer_own_request(act, id, std::string{visit.field(answer_field(id))});
    });
    if (done) return see_other(visit.href(address::own_requests));
    if (done.error().complaints.empty()) return problem(visit, done.error().kind);
    for (auto& complaint : done.error().complaints) complaint.place = answer_field(id);
    return list(visit, id, done.error().complaints, status_of(done.error().kind));
}

}  // namespace medskapa::web::own_page::desk
