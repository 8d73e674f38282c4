#include "web/frame/forms/drafts.hpp"

#include "app/staff/desk.hpp"
#include "store/staff/desk_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/http/target.hpp"
#include "web/issue/addresses.hpp"
#include "web/staff/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>
#include <array>

namespace medskapa::web {
namespace {

constexpr std::string_view place_field = "utkast";
constexpr std::string_view page_field = "utkast-sida";
constexpr std::size_t most_fields = 200;

std::optional<DeskDraft> draft_at(const Visit& visit, const DraftPlace& at) {
    if (!visit.signed_in || !visit.process) return std::nullopt;
    return store::find_draft(visit.db, visit.signed_in->user.id, visit.process->id, at.name);
}

/// What is of the form itself and not of who fills it in.
bool is_of_form(std::string_view name) {
    constexpr std::array<std::string_view, 8> own{
        "nyckel", "bevis", place_field, page_field, "tyst", "gor", "sedan", "textblock"};
    return std::find(own.begin(), own.end(), name) != own.end();
}

Html colleagues_view(const Visit& visit, const DraftPlace& at) {
    if (!visit.signed_in) return {};
    const auto others = store::others_at(
        visit.db, visit.signed_in->user.id, visit.process->id, at.name, visit.now - time_at_place);
    if (others.empty()) return {};
    return ui::notice(ui::Tone::warn,
        html("<p>{}</p>", visit.words("{} is working on this now. Talk to each other, or take the next one.",
                              others.front().name)));
}

}  // namespace

Html draft_tools(const Visit& visit, const DraftPlace& at) {
    const auto& words = visit.words;
    const auto keep = visit.href(address::desk_draft);
    return html(R"(
<p class="row"><input type="hidden" name="{place_field}" value="{place}" data-draft="{keep}" data-saved="{saved}" data-failed="{failed}">{page}<button class="btn quiet small" type="submit" formaction="{keep}" formnovalidate>{button}</button> <output class="meta" data-draft-state></output></p>)",
        "place_field"_a = place_field, "place"_a = at.name, "keep"_a = keep,
        "saved"_a = words("The draft was saved"),
        "failed"_a =
            words("The draft could not be saved. We try again in ten seconds. Do not close the page"),
        "page"_a = ui::hidden_field(std::string{page_field}, at.page), "button"_a = words("Save a draft"));
}

Html draft_offer(const Visit& visit, const DraftPlace& at) {
    const auto here = colleagues_view(visit, at);
    const auto draft = draft_at(visit, at);
    if (!draft) return here;
    const auto& words = visit.words;
    const auto local = visit.site.clock.local(draft->kept_at);
    const auto day = visit.site.clock.day(draft->kept_at);
    const auto when_kept = day == visit.today() ? words.clock(local) : words.day(day);
    const auto go_on =
        goes_on_with_draft(visit, at)
            ? html("<p>{}</p>", words("You go on with your draft from {}.", when_kept))
            : html(R"(<p>{} <a href="{}">{}</a></p>)", words("You have a draft from {}.", when_kept),
                  with_query(at.page, {{place_field, at.name}}), words("Go on with it"));
    const auto drop = post_button(visit, visit.href(address::drop_desk_draft),
        ui::submit(words("Remove the draft"), ui::Weight::small),
        html("{}{}", ui::hidden_field("plats", at.name), ui::hidden_field(std::string{page_field}, at.page)));
    return html("{}{}", here, ui::notice(ui::Tone::info, html("{}{}", go_on, drop)));
}

bool goes_on_with_draft(const Visit& visit, const DraftPlace& at) {
    return visit.request.method == http::Method::get && visit.query(place_field) == at.name;
}

std::string drafted(
    const Visit& visit, const DraftPlace& at, std::string_view field, const std::string& standing) {
    if (!goes_on_with_draft(visit, at)) return standing;
    const auto draft = draft_at(visit, at);
    if (!draft) return standing;
    const auto fields = http::fields_of(draft->words, most_fields);
    if (!fields) return standing;
    for (const auto& [name, value] : *fields)
        if (name == field) return value;
    return standing;
}

std::vector<sql::RowVersion> seen_with_draft(
    const Visit& visit, const DraftPlace& at, std::vector<sql::RowVersion> now) {
    if (!goes_on_with_draft(visit, at)) return now;
    const auto draft = draft_at(visit, at);
    const auto fields = draft ? http::fields_of(draft->words, most_fields) : std::nullopt;
    if (!fields) return now;
    for (auto& row : now)
        for (const auto& [name, value] : *fields)
            if (name == seen_name && value.starts_with(row.row + ':'))
                row.version = value.substr(row.row.size() + 1);
    return now;
}

std::string draft_words(const Visit& visit) {
    std::string words;
    for (const auto& [name, value] : visit.request.form) {
        if (is_of_form(name)) continue;
        if (!words.empty()) words += '&';
        words += percent_encoded(name) + '=' + percent_encoded(value);
    }
    return words;
}

std::string draft_page(const Visit& visit) {
    const std::string page{visit.field(page_field)};
    const auto desk = visit.href(address::to_answer);
    const auto is_plain = [](char c) { return c > ' ' && c < 0x7F && c != '\\'; };
    const bool is_ours = page.starts_with(desk) && std::all_of(page.begin(), page.end(), is_plain) &&
                         page.find("..") == page.npos;
    return is_ours ? page : desk;
}

void forget_draft(const Visit& visit) {
    const auto place = visit.field(place_field);
    if (place.empty() || !visit.signed_in || !visit.process ||
        visit.request.path == visit.href(address::desk_draft))
        return;
    (void)visit.write([&](auto& act) { return app::drop_draft(act, std::string{place}); });
}

}  // namespace medskapa::web
