#include "app/inspel/inspel.hpp"
#include "app/log/log_keys.hpp"
#include "app/log/log_receipt.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/files/log_folder.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/conversation/activity_conversation.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/views.hpp"
#include "web/log/addresses.hpp"
#include "web/log/pages.hpp"
#include "web/log/receipt_text.hpp"
#include "web/log/words.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <fmt/format.h>

namespace medskapa::web::log {
namespace {

openlog::Fetch published(const Visit& visit) {
    return store::files_in(visit.site.log_folder);
}

/// What a receipt, or a code, turned out to be.
struct Checked {
    ui::Complaints complaints = {};
    Html verdict = {};
};

/// An opened vote, which is logged as "s-12\n1\n", in words.
Html vote_view(const Visit& visit, const openlog::Opening& opening) {
    const auto lines = text::split(opening.value, '\n');
    const auto stance = lines.size() > 1 ? stance_of(lines[1]) : std::nullopt;
    if (!stance || !lines[0].starts_with("s-")) return {};
    return html("<p>{}</p>", visit.words("Statement {}: {}", text::cleaned(lines[0].substr(2)),
                                 conversation::shown(*stance, visit.words)));
}

Html opened_view(const Visit& visit, const openlog::Opening& opening) {
    const auto& words = visit.words;
    if (opening.label == "vote") return vote_view(visit, opening);
    const auto label = opening.label == "text"     ? words("Text")
                       : opening.label == "title"  ? words("The title")
                       : opening.label == "author" ? words("Organisation of the sender")
                                                   : opening.label;
    const auto value = text::is_valid_utf8(opening.value) ? text::cleaned(opening.value) : std::string{"?"};
    return value.empty() ? Html{}
                         : html("<h3>{}</h3><div class=\"original as-typed\">{}</div>", label, value);
}

Html found_view(const Visit& visit, const openlog::Entry& entry, std::uint64_t place) {
    Processes processes{visit};
    return html("<p>{}</p><p>{}</p>", sentence(visit, entry, processes),
        visit.words("It is entry {} in the log, dated {}.",
            visit.words.number(static_cast<std::int64_t>(place)),
            visit.words.moment(visit.site.clock.local(entry.time))));
}

Html verdict_view(const Visit& visit, const openlog::ReceiptReport& report) {
    const auto& words = visit.words;
    return html("{}{}{}",
        ui::notice(ui::Tone::good, html("<p><strong>{}</strong> {}</p>", words("The receipt holds."),
                                       words("It proves that exactly what stands below was received, and "
                                             "that the log, which was signed "
                                             "with it, still holds it unchanged. It does not prove that what "
                                             "was sent is true, nor who "
                                             "sent it."))),
        found_view(visit, report.entry, report.place),
        report.opened.empty()
            ? html(
                  "<p>{}</p>", words("The receipt does not say what was sent, so of that it proves nothing."))
            : html("<h2>{}</h2>{}", words("Exactly this was received"),
                  each(report.opened, [&](const auto& opening) { return opened_view(visit, opening); })));
}

/// The proof holds, but what can be read above it says something else.
Checked altered(const Visit& visit, const openlog::ReceiptReport& report) {
    return {
        {{"fil",
            N_("The readable part of the file has been altered: it is not what the proof stands for. Believe "
               "only what stands below, or fetch the file anew"),
            {}}},
        html("{}<h2>{}</h2>{}", found_view(visit, report.entry, report.place),
            visit.words("This is what was received"),
            each(report.opened, [&](const auto& opening) { return opened_view(visit, opening); }))};
}

Checked check_file(const Visit& visit, const std::string& bytes) {
    const auto keys = app::trusted_keys(visit.db);
    if (keys.empty()) return {{{"fil", N_("There is no log here to check against"), {}}}};
    const auto report = openlog::check_receipt(bytes, keys, published(visit));
    if (report && is_as_written(visit, bytes, *report)) return {{}, verdict_view(visit, *report)};
    if (report) return altered(visit, *report);
    auto complaints = report.error().complaints;
    for (auto& complaint : complaints) complaint.place = Field::file;
    return {
        complaints, html("<p>{}</p>", visit.words("As it is the file proves nothing. That does not mean that "
                                                  "nothing was received: fetch the file anew on the "
                                                  "receipt's page, or look for the code below."))};
}

/// By the code in the log, or by the sender's own receipt code.
std::optional<store::StoredEntry> entry_named(const Visit& visit, const std::string& typed) {
    if (auto entry = app::entry_with_code(visit.db, typed)) return entry;
    const auto inspel = store::inspel_of_code(visit.db, app::digest_of_code(typed));
    return inspel ? app::receipt_entry(visit.db, *inspel) : std::nullopt;
}

Checked check_code(const Visit& visit, const std::string& typed) {
    const auto stored = entry_named(visit, typed);
    const auto entry = stored ? openlog::read_entry(stored->data) : openlog::read_entry("");
    if (!entry) return {{{"kod", N_("Nothing in the log has this code. Compare it with the receipt"), {}}}};
    const auto& words = visit.words;
    const auto newest = store::newest_signed(visit.db);
    const bool is_signed = newest && newest->head.size > static_cast<std::uint64_t>(stored->place);
    return {{},
        html("{}{}<p>{}</p>",
            ui::notice(ui::Tone::good, html("<p><strong>{}</strong> {}</p>", words("It is in the log."),
                                           is_signed ? words("The log has been signed with it.")
                                                     : words("It will be signed within a minute."))),
            found_view(visit, *entry, static_cast<std::uint64_t>(stored->place)),
            words("That proves that something was received then, and that we can no longer deny it. It does "
                  "not prove which words: that takes the receipt's file, which is fetched on the receipt's "
                  "own page."))};
}

Html check_form(const Visit& visit, const std::string& typed, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto file =
        ui::text_field({.name = "fil", .label = words("The receipt's file"), .is_optional = true},
            ui::Input::file, complaints, words);
    const auto code = ui::text_field({.name = "kod",
                                         .label = words("Code"),
                                         .value = typed,
                                         .hint = words("The log's code or your own receipt code. Capitals, "
                                                       "points, hyphens and blanks do not matter."),
                                         .is_optional = true,
                                         .autocomplete = "off"},
        ui::Input::text, complaints, words);
    return post_form(visit, {.action = visit.href(address::check_receipt),
                                .fields = html("{}{}", file, code),
                                .button = ui::submit(words("Check"), ui::Weight::filled),
                                .takes_files = true});
}

std::string why_rounded(const Words& words) {
    return words(
        "The log's times are rounded down to ten minutes, on purpose: exact ones could be held "
        "against when somebody was seen writing. The order is exact.");
}

Response check_page(const Visit& visit, const std::string& typed, const Checked& checked, int status) {
    const auto& words = visit.words;
    const auto body = html(R"(
{errors}
<h1>{title}</h1>
<p class="lead">{lead}</p>
{verdict}
{form}
<p>{times}</p>
{proves})",
        "errors"_a = ui::error_summary(checked.complaints, words), "title"_a = words("Check a receipt"),
        "lead"_a = words(
            "Choose the file that you got with your receipt, or write a code. We compute anew, and say what "
            "it proves."),
        "verdict"_a = checked.verdict, "form"_a = check_form(visit, typed, checked.complaints),
        "times"_a = why_rounded(words), "proves"_a = what_it_proves(words));
    auto content = site_page(visit, words("Check a receipt"), body);
    content.width = ui::Width::column;
    return page_with_form(std::move(content), visit, checked.complaints, status);
}

}  // namespace

Response receipt_file(const Visit& visit) {
    const auto inspel =
        store::inspel_of_code(visit.db, visit.process->id, app::digest_of_code(visit.path.at("code")));
    const auto entry = inspel ? app::receipt_entry(visit.db, *inspel) : std::nullopt;
    if (!entry) return problem(visit, Failure::Kind::not_found);
    const auto proof = app::proof_of(
        visit.db, published(visit), *entry, {app::openings_of(visit.db, *inspel, entry->place)});
    if (!proof) return problem(visit, Failure::Kind::not_found);
    Response response;
    response.content_type = "text/plain; charset=utf-8";
    const auto read = openlog::read_entry(entry->data);
    response.body = readable_part(visit, visit.words, static_cast<std::uint64_t>(entry->place), *read,
                        app::code_of(*entry), app::openings_of(visit.db, *inspel, entry->place),
                        visit.query("kod") == "ja" ? std::string{visit.path.at("code")} : std::string{}) +
                    *proof;
    response.headers = {
        {"Content-Disposition", "attachment; filename=\"kvitto-" + inspel->public_id + ".txt\""},
        {"Cache-Control", "no-store"}};
    return response;
}

Response ask_for_receipt(const Visit& visit) {
    return check_page(visit, "", {}, 200);
}

Response check(const Visit& visit) {
    const std::string typed{visit.field("kod")};
    const auto& uploads = visit.request.uploads;
    const bool has_file = !uploads.empty() && !uploads.front().bytes.empty();
    const auto checked = has_file        ? check_file(visit, uploads.front().bytes)
                         : typed.empty() ? Checked{{{"fil", N_("Choose a file, or write a code"), {}}}}
                                         : check_code(visit, typed);
    return check_page(visit, typed, checked, checked.complaints.empty() ? 200 : 422);
}

}  // namespace medskapa::web::log
