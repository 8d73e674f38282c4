#include "web/issue/desk/checks/checks.hpp"

#include "domain/inspel/person_names.hpp"
#include "domain/inspel/readability.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/issue/desk/checks/references.hpp"
#include "web/issue/desk/checks/spelling.hpp"
#include "web/issue/desk/issue_views.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::issue::desk {
namespace {

constexpr int hard_to_read = 50;
constexpr int quite_hard = 40;

std::string said_of(int index, const Words& words) {
    if (index > hard_to_read) return words("LIX {}: hard to read. Shorten the sentences.", index);
    if (index > quite_hard) return words("LIX {}: a little hard to read.", index);
    return words("LIX {}: easy to read.", index);
}

}  // namespace

Html checks_view(const Visit& visit, const std::string& answer) {
    if (answer.empty()) return {};
    const auto& words = visit.words;
    const auto found = personal_details_in(answer);
    const auto details = found.empty()
                             ? Html{}
                             : ui::notice(ui::Tone::warn,
                                   html("<p>{}</p><ul>{}</ul>",
                                       words("The answer may tell who somebody is. Take it away if it "
                                             "is not the region's own:"),
                                       each(found, [&](const FoundDetail& one) {
                                           return html("<li>{}: {}</li>", shown(one.kind, words), one.words);
                                       })));
    return html("{}<p class=\"meta\">{}</p>", details, said_of(lix(answer), words));
}

Html wording_view(const Visit& visit, const std::string& answer) {
    if (answer.empty()) return {};
    const auto& words = visit.words;
    const auto line = [](const std::string& lead, const std::vector<std::string>& found) {
        if (found.empty()) return Html{};
        Html marked;
        for (const auto& word : found) marked += html("{}<mark>{}</mark>", marked.empty() ? "" : ", ", word);
        return html("<p class=\"meta\">{} {}</p>", lead, marked);
    };
    return html("{}{}", line(words("Not in the dictionary, so look at the spelling:"), misspelled(answer)),
        line(words("Leads nowhere, or to what is not shown:"), dead_references(visit, answer)));
}

Html names_view(const Visit& visit, const Inspel& inspel) {
    const auto names = possible_names_in(inspel.shown_title + '\n' + inspel.shown_text);
    if (names.empty()) return {};
    const auto& words = visit.words;
    const auto line = [&](const std::string& name) {
        const auto mask = post_button(visit, workbench_href(visit, address::redact_copy),
            ui::submit(words("Mask it"), ui::Weight::small),
            html("{}{}", ui::hidden_field("passage", name), ui::hidden_field("maskskal", "namn")));
        return html("<li class=\"row\"><span><mark>{}</mark></span> {}</li>", name, mask);
    };
    return html("<p>{}</p><ul class=\"plain\">{}</ul>",
        words("May be the name of somebody else than the sender. Mask it if it is not somebody who speaks "
              "for an organisation:"),
        each(names, line));
}

std::vector<FoundDetail> found_in(const Inspel& inspel) {
    auto found = personal_details_in(inspel.shown_title + '\n' + inspel.shown_text);
    // The same words are masked wherever they stand.
    std::vector<FoundDetail> each_once;
    for (auto& one : found)
        if (std::none_of(each_once.begin(), each_once.end(),
                [&](const FoundDetail& known) { return known.words == one.words; }))
            each_once.push_back(std::move(one));
    return each_once;
}

Html found_view(const Visit& visit, const std::vector<FoundDetail>& found) {
    if (found.empty()) return {};
    const auto& words = visit.words;
    const auto line = [&](const FoundDetail& one) {
        const auto mask = post_button(visit, workbench_href(visit, address::redact_copy),
            ui::submit(words("Mask it"), ui::Weight::small),
            html("{}{}", ui::hidden_field("passage", one.words),
                ui::hidden_field("maskskal", std::string{name_of(one.kind)})));
        return html("<li class=\"row\"><span>{}: <mark>{}</mark></span> {}</li>", shown(one.kind, words),
            one.words, mask);
    };
    return ui::notice(ui::Tone::warn,
        html("<p>{}</p><ul class=\"plain\">{}</ul>",
            words("This may tell who somebody is. Mask it before it is published:"), each(found, line)));
}

}  // namespace medskapa::web::issue::desk
