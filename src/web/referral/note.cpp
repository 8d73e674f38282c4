#include "web/referral/note.hpp"

#include "base/address.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/pages.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::referral {
namespace {

std::string came_as(const Visit& visit, const ReferralAnswer& answer) {
    const auto& words = visit.words;
    if (answer.arrived_by == Channel::paper) return words("It came as a letter.");
    if (answer.arrived_by == Channel::email) return words("It came as an e-mail.");
    if (answer.approved_at) return words("Approved by a second person before it was sent.");
    return {};
}

std::string number_line(const Visit& visit, const ReferralAnswer& answer) {
    return answer.case_number.empty() ? std::string{} : visit.words("Case number {}.", answer.case_number);
}

/// The file's name for every browser (RFC 6266): in ASCII, and next to that the whole of it.
std::string disposition(const OriginalFile& file) {
    std::string plain;
    for (const char c : file.name) {
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                              c == '.' || c == '-';
        plain += is_plain ? c : '_';
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encoded(file.name);
}

Html file_note(const Visit& visit, const Inspel& inspel, const ReferralAnswer& answer) {
    const auto file = store::find_original(visit.db, answer.file);
    if (!file) return {};
    if (answer.file_is_shown && inspel.state == Inspel::State::published)
        return file_view(visit, *file, visit.href(address::answer_file, inspel.number));
    return html(R"(<p>{} <code class="small">SHA-256 {}</code></p>)",
        visit.words("A file came with it. It is kept unchanged, and we look through it before it is shown."),
        file->digest);
}

}  // namespace

Html note(const Visit& visit, const Inspel& inspel) {
    const auto answer = store::answer_of(visit.db, inspel.id);
    if (!answer) return {};
    const auto referral = store::find_referral(visit.db, answer->referral).value();
    const auto& words = visit.words;
    return html(R"(
{example}
<div class="notice">
  <p><a href="{href}">{referral}</a>. <strong>{standpoint}</strong>. {channel} {number}</p>
  {file}
</div>)",
        "example"_a = example_notice(visit), "href"_a = visit.href(address::referral_page, referral.number),
        "referral"_a = words("Answer to the consultation on {}", title_of(visit, referral)),
        "standpoint"_a = shown(named<Position>(answer->draft.position), words),
        "channel"_a = came_as(visit, *answer), "number"_a = number_line(visit, *answer),
        "file"_a = file_note(visit, inspel, *answer));
}

Html file_view(const Visit& visit, const OriginalFile& file, const std::string& href) {
    constexpr std::size_t kilo = 1000;
    return html(
        R"(<p><a href="{href}" download>{name}</a> · {kilobytes} kB<br><code class="small">SHA-256 {digest}</code></p>)",
        "href"_a = href, "name"_a = file.name,
        "kilobytes"_a = visit.words.number(static_cast<std::int64_t>((file.size + kilo - 1) / kilo)),
        "digest"_a = file.digest);
}

Response file_response(const Visit& visit, Id<OriginalFile> id) {
    const auto file = store::find_original(visit.db, id);
    if (!file) return problem(visit, Failure::Kind::not_found);
    Response response;
    response.content_type = std::string{content_type_of(file->format)};
    response.headers = {{"Content-Disposition", disposition(*file)},
        {"Content-Security-Policy", "default-src 'none'; sandbox"}, {"Cache-Control", "no-store"}};
    response.body = store::bytes_of(visit.db, id);
    return response;
}

Response file(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("answer"));
    const auto inspel = number ? store::inspel_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    if (!inspel || inspel->state != Inspel::State::published) return problem(visit, Failure::Kind::not_found);
    const auto answer = store::answer_of(visit.db, inspel->id);
    if (!answer || !answer->file_is_shown) return problem(visit, Failure::Kind::not_found);
    return file_response(visit, answer->file);
}

}  // namespace medskapa::web::referral
