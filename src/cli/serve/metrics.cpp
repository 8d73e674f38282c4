#include "cli/serve/metrics.hpp"

#include "cli/serve/listening.hpp"
#include "engine/openlog/signing/checkpoint.hpp"
#include "store/files/log_folder.hpp"
#include "store/log/log_store.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;
namespace http = web::http;

/// Names with what they are: what only grows is a counter, and is called _total.
class Text {
public:
    template <class Value>
    void add(std::string_view name, std::string_view meaning, Value value) {
        head(name, meaning);
        text_ += fmt::format("medskapa_{} {}\n", name, value);
    }
    void add(std::string_view name, std::string_view meaning, const std::map<int, std::uint64_t>& by_status) {
        head(name, meaning);
        for (const auto& [status, count] : by_status)
            text_ += fmt::format("medskapa_{}{{status=\"{}\"}} {}\n", name, status, count);
    }
    std::string taken() { return std::move(text_); }

private:
    void head(std::string_view name, std::string_view meaning) {
        text_ += fmt::format("# HELP medskapa_{} {}\n# TYPE medskapa_{} {}\n", name, meaning, name,
            name.ends_with("_total") ? "counter" : "gauge");
    }
    std::string text_;
};

std::string words_of_file(const fs::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::size_t entries_of(const fs::path& folder) {
    std::error_code error;
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator{folder, error}, fs::directory_iterator{}));
}

std::size_t children() {
    std::size_t count = 0;
    std::error_code error;
    for (const auto& thread : fs::directory_iterator{"/proc/self/task", error}) {
        std::istringstream ids{words_of_file(thread.path() / "children")};
        count += static_cast<std::size_t>(
            std::distance(std::istream_iterator<int>{ids}, std::istream_iterator<int>{}));
    }
    return count;
}

void add_server(Text& text, const http::Gauges& now) {
    text.add("connections", "Open connections.", now.connections);
    text.add("connections_idle", "Of them, those on which no request has begun.", now.idle_connections);
    text.add("connections_limit", "How many there may be.", now.most_connections);
    text.add("connections_accepted_total", "Connections that came.", now.accepted);
    text.add(
        "connections_closed_to_make_room_total", "Closed because newer ones came.", now.closed_to_make_room);
    text.add("connections_turned_away_total", "Answered 503 at once: there was no room.", now.turned_away);
    text.add("bytes_held", "Bytes of requests and answers on their way, in memory.", now.bytes_held);
    text.add("bytes_in_files", "Bytes of bodies in temporary files.", now.bytes_in_files);
    text.add("requests_waiting", "Requests that wait for a worker.", now.requests_waiting);
    text.add("workers", "Threads that answer.", now.workers);
    text.add("workers_busy", "Of them, those that answer just now.", now.workers_busy);
    text.add("worker_seconds_total", "Time that they have answered, all together.",
        std::chrono::duration<double>{now.time_at_work}.count());
    text.add("requests_too_slow_total", "Answered 504: the worker took too long.", now.too_slow);
    text.add("requests_refused_total", "Refused before any handler, by status.", now.refused);
}

std::int64_t published_size(const store::Installation& installation) {
    const auto note = store::files_in(installation.log_folder())("checkpoint");
    const auto checkpoint = openlog::read_signed_checkpoint(note.value_or(""));
    return checkpoint ? static_cast<std::int64_t>(checkpoint->checkpoint.head.size) : 0;
}

http::Handler page_of(
    const store::Installation& installation, const http::Server& watched, const sql::Writer& writer) {
    const std::shared_ptr<sql::Connection> db = sql::open(installation.database(), sql::Access::read_only);
    return [&installation, &watched, &writer, db](const http::Request& request) {
        http::Response response;
        response.content_type = "text/plain; version=0.0.4; charset=utf-8";
        response.headers.emplace_back("Cache-Control", "no-store");
        if (request.path != "/metrics" && request.path != "/matt") {
            response.status = 404;
            response.body = "the page is /matt, or /metrics\n";
            return response;
        }
        const LogGauges log{store::log_size(*db), published_size(installation)};
        response.body = metrics_text(watched.gauges(), gauges_of_process(), log, writer.commits());
        return response;
    };
}

http::Options options_for(const std::string& address) {
    auto options = listening_on(address);
    options.workers = 1;
    options.max_connections = 32;
    return options;
}

http::Response plain_page(int status, const std::string& id) {
    http::Response response;
    response.status = status;
    response.content_type = "text/plain; charset=utf-8";
    response.body = fmt::format("{} {}\n", status, id);
    return response;
}

}  // namespace

ProcessGauges gauges_of_process() {
    ProcessGauges gauges;
    gauges.descriptors = entries_of("/proc/self/fd");
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) gauges.most_descriptors = limit.rlim_cur;
    gauges.child_processes = children();
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    std::istringstream pages{words_of_file("/proc/self/statm")};
    pages >> size >> resident;
    gauges.resident_bytes = resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return gauges;
}

std::string metrics_text(const std::optional<http::Gauges>& server, const ProcessGauges& process,
    const LogGauges& log, std::uint64_t commits) {
    Text text;
    text.add("answers", "1 when the server's own thread answers, else 0.", server ? 1 : 0);
    if (server) add_server(text, *server);
    text.add("descriptors", "Open file descriptors.", process.descriptors);
    text.add("descriptors_limit", "How many the system lets us have.", process.most_descriptors);
    text.add("child_processes", "Programs that we have started and wait for.", process.child_processes);
    text.add("resident_bytes", "Memory that the system gives us.", process.resident_bytes);
    text.add("commits_total", "Commits of the one writer since the start.", commits);
    text.add("log_entries", "Entries of the open log.", log.entries);
    text.add("log_entries_waiting", "Of them, those that are not published.", log.entries - log.published);
    return text.taken();
}

MetricsPage::MetricsPage(const std::string& address, const store::Installation& installation,
    const http::Server& watched, const sql::Writer& writer)
    : server_{options_for(address), [&] { return page_of(installation, watched, writer); }, plain_page},
      thread_{[this] { server_.run(); }} {}

MetricsPage::~MetricsPage() {
    server_.stop();
    thread_.join();
}

}  // namespace medskapa::cli
