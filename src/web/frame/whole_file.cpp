#include "web/frame/whole_file.hpp"

#include "base/digest.hpp"
#include "store/log/log_store.hpp"
#include "web/frame/kept_files.hpp"

#include <fmt/format.h>
#include <limits>

namespace medskapa::web {
namespace {

/// Short enough that nobody else waits long for a worker.
constexpr ChildLimits limits_of_a_page{.time = std::chrono::seconds{30}};
constexpr std::size_t bytes_at_once = 512 * 1024;
constexpr std::string_view from_name = "fran";
constexpr std::string_view state_name = "av";

/// The files of all who ask. They hold what everybody may read, and nothing else.
KeptFiles& files() {
    static KeptFiles kept;
    return kept;
}

/// What a file says follows from what is in the log of the process, and from the day: each act has its
/// entry there.
std::string state_of(const Visit& visit) {
    constexpr auto no_limit = std::numeric_limits<std::int64_t>::max();
    const auto newest =
        store::entries_found(visit.db, {.before = no_limit, .process = visit.process->slug}, 1);
    return (newest.empty() ? "" : hex(as_text(newest.front().leaf))) + '-' + time::iso(visit.today());
}

std::string kind_of(const Visit& visit, const WholeFile& file) {
    return visit.process->slug + '/' + file.kind;
}

Result<std::shared_ptr<KeptFile>> made(const WholeFile& file) {
    const ScratchFolder folder;
    const auto path = file.make(folder, limits_of_a_page);
    if (!path) return tl::unexpected{path.error()};
    return std::make_shared<KeptFile>(*path);
}

/// A block of the file, and the request for the next.
Response sent(const Visit& visit, const WholeFile& file, const KeptFile& kept, const std::string& state,
    std::uint64_t from) {
    Response response;
    response.content_type = std::string{file.content_type};
    response.headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}\"", file.name)},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    response.body = kept.block(from, bytes_at_once);
    const auto next = from + response.body.size();
    if (next >= kept.size()) return response;
    response.rest = visit.request;
    response.rest->query = {{std::string{from_name}, std::to_string(next)}, {std::string{state_name}, state}};
    return response;
}

/// Goes on with a file that somebody is fetching. Gone when another has taken its place meanwhile: then the
/// connection is closed before its end, and who fetches it sees that it is not whole.
Response rest_of(const Visit& visit, const WholeFile& file, std::uint64_t from) {
    const std::string state{visit.query(state_name)};
    const auto kept = files().kept(kind_of(visit, file), state);
    return kept ? sent(visit, file, *kept, state, from) : problem(visit, Failure::Kind::not_found);
}

}  // namespace

Result<Response> whole_file(const Visit& visit, const WholeFile& file) {
    if (const auto from = Visit::number(visit.query(from_name)))
        return rest_of(visit, file, static_cast<std::uint64_t>(*from));
    const auto state = state_of(visit);
    const Failure busy{Failure::Kind::closed,
        {{"format", N_("Another file is being made right now. Try again in a minute")}}};
    const auto found = files().find(
        kind_of(visit, file), state, [&] { return made(file); }, busy);
    if (!found) return tl::unexpected{found.error()};
    return sent(visit, file, **found, state, 0);
}

Response file_not_made(const Visit& visit, const Failure& failure, const Html& instead) {
    const auto& words = visit.words;
    const auto body = html("<h1>{}</h1>{}{}", words("The file could not be made"),
        each(failure.complaints,
            [&](const Complaint& complaint) {
                return html("<p class=\"lead\">{}</p>", words.complaint(complaint));
            }),
        instead);
    auto response = page(process_page(visit, words("The file could not be made"), body, "-"), visit, 503);
    response.headers.emplace_back("Retry-After", "60");
    return not_stored(std::move(response));
}

}  // namespace medskapa::web
