#include "web/decision/report/whole.hpp"

#include "base/digest.hpp"
#include "store/log/log_store.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/report/files.hpp"
#include "web/decision/report/kept_files.hpp"
#include "web/decision/report/pages.hpp"
#include "web/ui/forms/form.hpp"

#include <fmt/format.h>
#include <limits>

namespace medskapa::web::decision::report {
namespace {

/// Short enough that nobody else waits long for a worker.
constexpr ChildLimits limits_of_a_page{.time = std::chrono::seconds{30}};
constexpr std::size_t bytes_at_once = 512 * 1024;
constexpr std::string_view from_name = "fran";
constexpr std::string_view state_name = "av";

Response file_not_made(const Visit& visit, const Failure& failure) {
    const auto& words = visit.words;
    const auto body = html("<h1>{}</h1>{}{}", words("The file could not be made"),
        each(failure.complaints,
            [&](const Complaint& complaint) {
                return html("<p class=\"lead\">{}</p>", words.complaint(complaint));
            }),
        downloads(visit));
    auto response = page(process_page(visit, words("The file could not be made"), body, "-"), visit, 503);
    response.headers.emplace_back("Retry-After", "60");
    return not_stored(std::move(response));
}

/// The files of all who ask. They hold what everybody may read, and nothing else.
KeptFiles& files() {
    static KeptFiles kept;
    return kept;
}

std::string kind_of(const Visit& visit, Format format) {
    return fmt::format("{}/{}/{}", visit.process->slug, visit.words.tag(), extension_of(format));
}

/// What the report says follows from what is in the log of the process, and from the day: each act has its
/// entry there.
std::string state_of(const Visit& visit) {
    constexpr auto no_limit = std::numeric_limits<std::int64_t>::max();
    const auto newest =
        store::entries_found(visit.db, {.before = no_limit, .process = visit.process->slug}, 1);
    return (newest.empty() ? "" : hex(as_text(newest.front().leaf))) + '-' + time::iso(visit.today());
}

Result<std::shared_ptr<KeptFile>> made(const Visit& visit, Format format) {
    const ScratchFolder folder;
    const Subject subject{
        visit.db, *visit.process, words_of(visit.words.language()), visit.site.clock, visit.now};
    const auto file = make(subject, format, folder, limits_of_a_page, [](std::string_view, double) {});
    if (!file) return tl::unexpected{file.error()};
    return std::make_shared<KeptFile>(file->file);
}

/// A block of the file, and the request for the next.
Response sent(
    const Visit& visit, Format format, const KeptFile& file, const std::string& state, std::uint64_t from) {
    Response response;
    response.content_type = std::string{content_type_of(format)};
    response.headers = {
        {"Content-Disposition", fmt::format("attachment; filename=\"samradsredogorelse-{}.{}\"",
                                    visit.process->slug, extension_of(format))},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    response.body = file.block(from, bytes_at_once);
    const auto next = from + response.body.size();
    if (next >= file.size()) return response;
    response.rest = visit.request;
    response.rest->query = {{std::string{from_name}, std::to_string(next)}, {std::string{state_name}, state}};
    return response;
}

/// Goes on with a file that somebody is fetching. Gone when another has taken its place meanwhile: then the
/// connection is closed before its end, and who fetches it sees that it is not whole.
Response rest_of(const Visit& visit, Format format, std::uint64_t from) {
    const std::string state{visit.query(state_name)};
    const auto file = files().kept(kind_of(visit, format), state);
    return file ? sent(visit, format, *file, state, from) : problem(visit, Failure::Kind::not_found);
}

}  // namespace

Html downloads(const Visit& visit) {
    const auto& words = visit.words;
    const auto button = [&](const char* format, const std::string& text) {
        return ui::button_link(visit.href(address::report_file, format), text, ui::Weight::quiet);
    };
    return html(R"(
<p class="row">{docx} {odt} {pdf} {html}</p>)",
        "docx"_a = button("docx", words("Get it as {}", "DOCX")),
        "odt"_a = button("odt", words("Get it as {}", "ODT")),
        "pdf"_a = button("pdf", words("Get it as {}", "PDF")),
        "html"_a = button("html", words("Get it as {}", "HTML")));
}

Response file(const Visit& visit) {
    const auto format = format_named(visit.path.at("format"));
    if (!format) return problem(visit, Failure::Kind::not_found);
    if (const auto from = Visit::number(visit.query(from_name)))
        return rest_of(visit, *format, static_cast<std::uint64_t>(*from));
    const auto state = state_of(visit);
    const Failure busy{Failure::Kind::closed,
        {{"format", N_("Another file is being made right now. Try again in a minute")}}};
    const auto found = files().find(
        kind_of(visit, *format), state, [&] { return made(visit, *format); }, busy);
    if (found) return sent(visit, *format, **found, state, 0);
    const bool can_print = *format == Format::pdf && found.error().kind == Failure::Kind::not_found;
    return can_print ? see_other(visit.href(address::report_page)) : file_not_made(visit, found.error());
}

}  // namespace medskapa::web::decision::report
