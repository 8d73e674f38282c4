#include "web/log/receipt_text.hpp"

#include "app/inspel/inspel.hpp"
#include "app/log/log_receipt.hpp"
#include "base/text.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "engine/openlog/objects.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/conversation/activity_conversation.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/log/addresses.hpp"
#include "web/log/words.hpp"

#include <fmt/format.h>

namespace medskapa::web::log {
namespace {

constexpr std::string_view proof_start = "c2sp.org/tlog-proof@v1\n";

/// Indented, so that nothing a person wrote can begin a line as a proof does.
std::string indented(const std::string& written) {
    std::string lines;
    for (const auto& line : text::split(written, '\n')) lines += "    " + line + '\n';
    return lines;
}

std::string opened(const std::vector<openlog::Opening>& openings, std::string_view label) {
    for (const auto& opening : openings)
        if (opening.label == label) return opening.value;
    return {};
}

bool is_of_vote(const std::vector<openlog::Opening>& openings) {
    return openings.size() == 1 && openings.front().label == "vote";
}

/// An opened vote, which is logged as "s-12\n1\n", in words.
std::string vote_line(const openlog::Opening& opening, const Words& words) {
    const auto lines = text::split(opening.value, '\n');
    const auto stance = lines.size() > 1 ? stance_of(lines[1]) : std::nullopt;
    if (!stance || !lines[0].starts_with("s-")) return {};
    return words("Statement {}: {}", text::cleaned(lines[0].substr(2)), conversation::shown(*stance, words));
}

std::string head(const Words& words, const std::vector<openlog::Opening>& openings) {
    return is_of_vote(openings) ? words("RECEIPT: your vote is committed to the open log")
                                : words("RECEIPT: what you sent has been received");
}

std::string content(const Words& words, const std::vector<openlog::Opening>& openings) {
    if (is_of_vote(openings))
        return words(
                   "Below is a proof of how you voted. Whoever has the file can see it, so keep it to "
                   "yourself. "
                   "Keep the file as it is: a changed letter and it proves nothing.") +
               "\n\n" + indented(vote_line(openings.front(), words));
    return words(
               "Below is a proof. With it you can show that we received exactly these words, also to "
               "somebody "
               "who does not trust us. Keep the file as it is: a changed letter and it proves nothing.") +
           "\n\n" + words("This is what you wrote:") + '\n' + indented(opened(openings, "title")) + '\n' +
           indented(opened(openings, "text"));
}

/// Without what a word processor or a mail program may do to lines.
std::string tidy(std::string_view part) {
    if (part.starts_with("\xEF\xBB\xBF")) part.remove_prefix(3);
    std::string all;
    for (auto line : text::split(part, '\n')) {
        while (line.ends_with('\r') || line.ends_with(' ')) line.pop_back();
        all += line + '\n';
    }
    while (all.ends_with("\n\n")) all.pop_back();
    return all;
}

/// The sender's own code where the file has one that is of the same inspel.
std::string follow_up_in(const Visit& visit, std::string_view part, const openlog::Entry& entry) {
    for (const auto& line : text::split(part, '\n')) {
        if (line.starts_with("    ")) continue;
        const auto code = read_receipt_code(line);
        const auto inspel = code ? store::inspel_of_code(visit.db, app::digest_of_code(*code)) : std::nullopt;
        if (inspel && openlog::object_named(openlog::ObjectKind::inspel, inspel->public_id) == entry.object)
            return *code;
    }
    return {};
}

}  // namespace

std::string readable_part(const Visit& visit, const Words& words, std::uint64_t place,
    const openlog::Entry& entry, const std::string& code, const std::vector<openlog::Opening>& openings,
    const std::string& follow_up) {
    const auto check = visit.site.base_url + in_language(words.language(), path_to(address::check_receipt));
    const auto own = follow_up.empty()
                         ? std::string{}
                         : words("The receipt code, for you alone: {}", readable_code(follow_up)) + '\n';
    return fmt::format("{}\n\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n\n", head(words, openings),
        words("Received, by the clock of the log: {}", words.moment(visit.site.clock.local(entry.time))),
        words("Place in the open log: {}", static_cast<std::int64_t>(place)), words("Log code: {}", code),
        words("The log: {}", log_address(visit)), own, content(words, openings),
        words("Check it at {}", check), words("or with the program: medskapa log check-receipt FILE"));
}

bool is_as_written(const Visit& visit, std::string_view file, const openlog::ReceiptReport& report) {
    const auto start = file.find("\n" + std::string{proof_start});
    if (start == file.npos) return file.starts_with(proof_start);  // nothing to read, so nothing altered
    const auto part = file.substr(0, start);
    store::StoredEntry stored;
    stored.leaf = openlog::leaf_hash(openlog::canonical(report.entry));
    const auto follow_up = follow_up_in(visit, part, report.entry);
    for (const auto& language : all_languages())
        if (tidy(part) == tidy(readable_part(visit, words_of(language), report.place, report.entry,
                              app::code_of(stored), report.opened, follow_up)))
            return true;
    return false;
}

}  // namespace medskapa::web::log
