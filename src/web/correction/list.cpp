#include "store/correction/correction_store.hpp"
#include "web/correction/addresses.hpp"
#include "web/correction/pages.hpp"
#include "web/correction/views.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::correction {
namespace {

constexpr int most_on_page = 100;

Html item(const Visit& visit, const Correction& one) {
    const auto thing = thing_of(visit, one);
    const auto name =
        thing.href.empty() ? html("{}", thing.text) : html(R"(<a href="{}">{}</a>)", thing.href, thing.text);
    return html(R"(
<li id="{}">{}{}</li>)",
        reference(one), name, view(visit, one));
}

/// The way to those before the last of a page that is full.
Html older(const Visit& visit, const std::vector<Correction>& shown_here) {
    if (shown_here.size() < most_on_page || shown_here.back().number == 1) return {};
    return html("<p>{}</p>", ui::button_link(with_query(visit.href(address::corrections_page),
                                                 {{"fore", std::to_string(shown_here.back().number)}}),
                                 visit.words("Older corrections"), ui::Weight::quiet));
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto before = Visit::number(visit.query("fore")).value_or(0);
    const auto all = store::corrections_in(visit.db, visit.process->id, before, most_on_page);
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<ul class="plain news">{items}</ul>{older})",
        "title"_a = words("Corrections"),
        "lead"_a =
            all.empty()
                ? words("Nothing that was public has been corrected.")
                : words("What was public and wrong is corrected in the open: what it said stands next to "
                        "what is right, with why."),
        "items"_a = each(all, [&](const Correction& one) { return item(visit, one); }),
        "older"_a = older(visit, all));
    auto content = process_page(visit, words("Corrections"), body, "-");
    content.crumbs = {{visit.href(address::start_page), words("Start")}};
    return page(content, visit);
}

}  // namespace medskapa::web::correction
