#include "app/inspel/bulk.hpp"
#include "app/staff/desk.hpp"
#include "base/text.hpp"
#include "store/staff/desk_store.hpp"
#include "web/frame/flash.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/list/list_views.hpp"
#include "web/issue/desk/pages.hpp"
#include "web/issue/desk/queue.hpp"
#include "web/ui/keys.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::issue::desk {
namespace {

using store::DeskKind;
using store::DeskRow;

constexpr std::int64_t counted_at_most = 1'001;

Html tabs_view(const Visit& visit, const Asked& asked) {
    Html tabs;
    for (const auto& name : names_of<DeskKind>) {
        auto other = asked;
        other.kind = name.value;
        tabs += html(R"(<li><a href="{}"{}>{}</a></li>)", list_href(visit, other),
            when(name.value == asked.kind, html(R"( aria-current="page")")), shown(name.value, visit.words));
    }
    return html(
        R"(<nav aria-label="{}"><ul class="tabs">{}</ul></nav>)", visit.words("What the list shows"), tabs);
}

/// How many fit, and the way to choose them all.
Html result_view(const Visit& visit, const Asked& asked, std::int64_t count, std::size_t on_page) {
    const auto& words = visit.words;
    const auto said = count >= counted_at_most ? words("More than {} fit.", counted_at_most - 1)
                                               : words.count("{} fits.", "{} fit.", count);
    Html choose;
    if (asked.is_all)
        choose = html(R"(<a href="{}">{}</a>)", list_href(visit, asked), words("Choose none"));
    else if (count > static_cast<std::int64_t>(on_page) && count < counted_at_most)
        choose = html(R"(<a href="{}">{}</a>)", with_query(list_href(visit, asked), {{"alla", "ja"}}),
            words("Choose all {} that fit", count));
    return html(R"(<div class="result"><p><strong>{}</strong>{}</p><p class="row">{}</p></div>)", said,
        asked.is_all ? html(" {}", words("All of them are chosen, also those on other pages.")) : Html{},
        choose);
}

/// The person's own, to be removed.
Html own_filters_view(const Visit& visit) {
    const auto own = store::saved_filters_of(visit.db, visit.signed_in->user.id, visit.process->id);
    if (own.empty()) return {};
    return html(R"(<details class="more"><summary>{}</summary>{}</details>)",
        visit.words("Your saved filters"), each(own, [&](const SavedFilter& filter) {
            return html(R"(<div class="row"><span>{}</span> {}</div>)", filter.title,
                post_button(visit, visit.href(address::remove_filter, filter.id.value),
                    ui::submit(visit.words("Remove"), ui::Weight::small)));
        }));
}

Html save_filter_view(const Visit& visit, const Asked& asked) {
    const auto& words = visit.words;
    if (!asked.narrows()) return own_filters_view(visit);
    return html(R"({own}
<details class="more"><summary>{title}</summary><form method="post" action="{action}" class="row">{guard}{query}<label for="titel">{label}</label> <input id="titel" name="titel" maxlength="40"> <button class="btn quiet small">{submit}</button></form></details>)",
        "own"_a = own_filters_view(visit), "title"_a = words("Save the filter"),
        "action"_a = visit.href(address::saved_filters), "guard"_a = form_guard(visit, ""),
        "query"_a = ui::hidden_field("fraga", query_of(visit, asked)), "label"_a = words("Name"),
        "submit"_a = words("Save"));
}

Html keys_view(const Words& words) {
    return ui::key_hints({{"J K", words("next, previous")}, {"X", words("choose")},
        {"A", words("choose the page")}, {"P", words("publish")}, {"Enter", words("open")},
        {"Z", words("undo")}, {"?", words("all keys")}});
}

ui::Pages pages_of(const Visit& visit, const Asked& asked, bool has_more) {
    ui::Pages pages;
    if (asked.is_all) return pages;
    if (asked.page > 1) pages.previous = list_href(visit, asked, asked.page - 1);
    if (has_more) pages.next = list_href(visit, asked, asked.page + 1);
    return pages;
}

/// The rows of a page, and of all that fit those that come after it.
struct Rows {
    std::vector<DeskRow> on_page;
    std::vector<DeskRow> beyond;
    bool has_more = false;
};

Rows rows_of(const Visit& visit, const Asked& asked, const store::DeskFilter& filter) {
    const auto skip = asked.is_all ? 0 : (asked.page - 1) * rows_on_list_page;
    const auto limit = asked.is_all ? static_cast<int>(most_in_bulk) : rows_on_list_page + 1;
    Rows rows{store::desk_rows(visit.db, visit.process->id, filter, skip, limit), {}, false};
    if (rows.on_page.size() <= rows_on_list_page) return rows;
    const auto end = rows.on_page.begin() + rows_on_list_page;
    if (asked.is_all) rows.beyond.assign(end, rows.on_page.end());
    rows.on_page.erase(end, rows.on_page.end());
    rows.has_more = true;
    return rows;
}

Response list_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto asked = asked_of(visit);
    const auto s = inspel::surroundings_of(visit);
    const auto filter = filter_of(visit, asked);
    const auto rows = rows_of(visit, asked, filter);
    const auto count = store::count_on_desk(visit.db, visit.process->id, filter, counted_at_most);
    const auto shown_rows =
        rows.on_page.empty()
            ? html("<p id=\"val\">{}</p>", words("Nothing fits. Take something away from the filter."))
            : rows_form(visit, asked, s, rows.on_page, rows.beyond, complaints);
    const auto body =
        html("{errors}{outcome}<h1>{title}</h1>{tabs}{saved}{filter}{result}{rows}{pages}{save}{keys}",
            "errors"_a = ui::error_summary(complaints, words), "outcome"_a = outcome_view(visit),
            "title"_a = words("The list"), "tabs"_a = tabs_view(visit, asked),
            "saved"_a = saved_view(visit, asked), "filter"_a = filter_view(visit, asked, s),
            "result"_a = result_view(visit, asked, count, rows.on_page.size()), "rows"_a = shown_rows,
            "pages"_a = ui::pagination(pages_of(visit, asked, rows.has_more), words),
            "save"_a = save_filter_view(visit, asked), "keys"_a = keys_view(words));
    return page_with_form(desk_page(visit, words("The list"), body, "lista"), visit, complaints, status);
}

/// "17-9f2c0a1b3d", as a row's box says; those beyond the page stand in one field, with blanks between.
std::vector<app::Chosen> chosen_in(const Visit& visit) {
    std::vector<app::Chosen> chosen;
    for (const auto& field : visit.fields("val"))
        for (const auto& value : text::split(field, ' ')) {
            const auto hyphen = value.find('-');
            if (hyphen == value.npos) continue;
            if (const auto id = Visit::number(std::string_view{value}.substr(0, hyphen)))
                chosen.push_back({*id, value.substr(hyphen + 1)});
        }
    return chosen;
}

std::string value_of(const Visit& visit, BulkKind kind) {
    switch (kind) {
        case BulkKind::assign: return std::string{visit.field("till")};
        case BulkKind::topic: return std::string{visit.field("nytt-amne")};
        case BulkKind::group: return std::string{visit.field("grupp-rubrik")};
        case BulkKind::decline: return std::string{visit.field("grund")};
        default: return {};
    }
}

/// Each row says by its mark how it stood: what the page showed is compared one by one, not as a whole.
template <class Verb>
auto write_by_marks(const Visit& visit, Verb verb) {
    return app::perform(visit.site.writer, visit.actor(), *visit.process, std::move(verb));
}

Response shown_outcome(const Visit& visit, const Asked& asked, const BulkAct& act) {
    return see_other(
        with_query(list_href(visit, asked, asked.page), {{"akt", std::to_string(act.id.value)}}));
}

}  // namespace

Response list(const Visit& visit) {
    return list_page(visit, {}, 200);
}

Response do_in_bulk(const Visit& visit) {
    BulkKind kind{};
    if (!find_name<BulkKind>(visit.field("gor"), kind)) return problem(visit, Failure::Kind::invalid);
    const auto asked = asked_of(visit);
    const app::Bulk bulk{
        kind, asked.kind, chosen_in(visit), value_of(visit, kind), std::string{visit.field("skal")}};
    const auto done = write_by_marks(visit, [&](auto& act) { return app::do_in_bulk(act, bulk); });
    if (done) return shown_outcome(visit, asked, *done);
    const auto& [failed, complaints] = done.error();
    return complaints.empty() ? problem(visit, failed) : list_page(visit, complaints, status_of(failed));
}

Response undo_bulk(const Visit& visit) {
    const Id<BulkAct> id{Visit::number(visit.path.at("act")).value_or(0)};
    const auto undone = write_by_marks(visit, [&](auto& act) { return app::undo_in_bulk(act, id); });
    if (!undone) return problem(visit, undone.error().kind);
    return shown_outcome(visit, asked_by(std::string{visit.query("fran")}), *undone);
}

Response save_filter(const Visit& visit) {
    const auto asked = asked_by(std::string{visit.field("fraga")});
    const auto kept = visit.write([&](auto& act) {
        return app::save_filter(act, std::string{visit.field("titel")}, query_of(visit, asked));
    });
    if (!kept) return list_page(visit, kept.error().complaints, status_of(kept.error().kind));
    return see_other(with_notice(Notice::filter_saved, list_href(visit, asked)));
}

Response remove_filter(const Visit& visit) {
    const Id<SavedFilter> id{Visit::number(visit.path.at("filter")).value_or(0)};
    const auto removed = visit.write([&](auto& act) { return app::remove_filter(act, id); });
    if (!removed) return problem(visit, removed.error().kind);
    return see_other(with_notice(Notice::filter_removed, visit.href(address::desk_list)));
}

}  // namespace medskapa::web::issue::desk
