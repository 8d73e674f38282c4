#include "base/text.hpp"
#include "domain/document/word_diff.hpp"
#include "domain/inspel/copy.hpp"
#include "store/issue/issue_store.hpp"
#include "web/assessment/note.hpp"
#include "web/conversation/note.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/frame/forms/excel_form.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/files.hpp"
#include "web/inspel/list_file.hpp"
#include "web/inspel/not_shown.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/pages.hpp"
#include "web/inspel/trace.hpp"
#include "web/inspel/views.hpp"
#include "web/mail/note.hpp"
#include "web/moderation/note.hpp"
#include "web/organisation/note.hpp"
#include "web/referral/note.hpp"
#include "web/site/addresses.hpp"
#include "web/swot/note.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"
#include "web/ui/trail.hpp"

#include <algorithm>

namespace medskapa::web::inspel {
namespace {

/// What the region put into the copy, and how much it took out: never the words that it took out.
Html differences(const Visit& visit, const std::string& original, const std::string& copy) {
    Html all;
    std::int64_t gone = 0;
    for (const auto& piece : diff_words(original, copy)) {
        if (piece.kind == Piece::Kind::removed && !text::one_line(piece.text).empty())
            gone += static_cast<std::int64_t>(text::split(text::one_line(piece.text), ' ').size());
        if (piece.kind == Piece::Kind::added)
            all += html(
                "<li><ins><span class=\"vh\">{} </span>{}</ins></li>", visit.words("Added:"), piece.text);
    }
    if (gone > 0)
        all += html("<li>{}</li>", visit.words.count("{} word of the sender's is taken out",
                                       "{} words of the sender's are taken out", gone));
    return html("<ul>{}</ul>", all);
}

/// A copy with more done to it than masks is no longer the sender's words alone, and says so.
Html changed_copy(const Visit& visit, const Inspel& inspel) {
    const bool has_original = !inspel.text.empty();  // else it has been erased
    if (!has_original || differs_only_by_masks(inspel.text, inspel.shown_text)) return {};
    return ui::notice(ui::Tone::warn,
        html("<h3>{}</h3><p>{}</p>{}", visit.words("The region has changed this copy"),
            visit.words(
                "It is not word for word what the sender wrote. The original is kept, and the log stands "
                "for it."),
            differences(visit, inspel.text, inspel.shown_text)));
}

Html additions_view(const Visit& visit, Id<Inspel> inspel) {
    Html all;
    for (const auto& addition : store::additions_of(visit.db, inspel))
        if (addition.is_shown)
            all += html("<h2>{}</h2><div class=\"original as-typed\">{}</div>",
                visit.words(
                    "Added by the sender {}", visit.words.day(visit.site.clock.day(addition.added_at))),
                addition.shown_text);
    return all;
}

/// What other nouns say of the inspel.
Html notes_view(const Visit& visit, const Inspel& inspel) {
    return html("{organisation}{referral}{conversation}{mail}{log}",
        "organisation"_a = organisation::note(visit, inspel), "referral"_a = referral::note(visit, inspel),
        "conversation"_a = conversation::note(visit, inspel),
        "mail"_a = mail::note(visit, "inspel/" + std::to_string(inspel.number)),
        "log"_a = log_link(visit, openlog::object_named(openlog::ObjectKind::inspel, inspel.public_id)));
}

/// What led to what, and the way in for its sender.
Html aside_view(const Visit& visit, const Inspel& inspel, const std::vector<Issue>& issues) {
    const auto& words = visit.words;
    return html(R"(
<aside aria-labelledby="spar"><h2 id="spar">{way}</h2>{trace}{swot}{assessed}
<h2>{is_yours}</h2><p class="small">{how}</p><p>{code}</p>{report}</aside>)",
        "way"_a = words("Timeline"), "trace"_a = trace_view(visit, inspel, issues),
        "swot"_a = swot::resting_on(visit, "I-" + std::to_string(inspel.number)),
        "assessed"_a = assessment::citing(visit, "I-" + std::to_string(inspel.number)),
        "is_yours"_a = words("Is it your inspel?"),
        "how"_a = words("With the receipt code you can follow, complete or withdraw what you sent."),
        "code"_a =
            ui::button_link(visit.href(address::find_receipt), words("Enter the code"), ui::Weight::quiet),
        "report"_a = moderation::report_link(visit, inspel));
}

/// The words as they were written, what was added, and each issue with its answer.
Html written_view(const Visit& visit, const Inspel& inspel, const std::vector<Issue>& issues) {
    const auto& words = visit.words;
    return html(R"(
<div><section aria-labelledby="orig"><h2 id="orig" class="vh">{written}</h2><div{lang}>{text}</div>{changed}</section>{files}{proposal}{additions}
<h2>{issues_title}</h2>{issues}</div>)",
        "written"_a = words("The inspel as it was written"), "lang"_a = words.lang(inspel.language),
        "text"_a = marked_text(inspel.shown_text, issues), "changed"_a = changed_copy(visit, inspel),
        "files"_a = files_view(visit, inspel, Reader::everybody),
        "proposal"_a = proposal_view(inspel, visit, Reader::everybody),
        "additions"_a = additions_view(visit, inspel.id), "issues_title"_a = words("Issues and answers"),
        "issues"_a = issues.empty()
                         ? html("<p>{}</p>", words("The inspel has not been split into issues yet."))
                         : issues_view(issues, inspel.language, visit));
}

}  // namespace

Response show(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    const auto inspel = number ? store::inspel_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    if (!inspel) return problem(visit, Failure::Kind::not_found);
    if (inspel->state != Inspel::State::published) return not_shown(visit, *inspel);
    const auto& words = visit.words;
    const auto issues = store::issues_of(visit.db, inspel->id);
    const auto body = html(R"(
<h1{lang}>{title}</h1>
<p class="meta">{meta}</p>{notes}
<div class="sides">{written}{aside}</div>{nav})",
        "lang"_a = words.lang(inspel->language), "title"_a = inspel->shown_title,
        "meta"_a = on_one_line(facts_of(visit, surroundings_of(visit), *inspel, Reader::everybody)),
        "notes"_a = notes_view(visit, *inspel), "written"_a = written_view(visit, *inspel, issues),
        "aside"_a = aside_view(visit, *inspel, issues), "nav"_a = process_nav(visit, ProcessStage::inspel));
    auto content = process_page(visit, inspel->shown_title, body, "-");
    content.crumbs = {{visit.href(address::start_page), words("Start")},
        {visit.href(address::inspel_list), words("Inspel")}};
    return page(content, visit);
}

}  // namespace medskapa::web::inspel
