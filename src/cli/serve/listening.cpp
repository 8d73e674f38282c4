#include "cli/serve/listening.hpp"

#include "base/system/service_notify.hpp"
#include "cli/terminal.hpp"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <thread>

namespace medskapa::cli {

web::http::Options listening_on(const std::string& listen) {
    const auto colon = listen.rfind(':');
    unsigned port = 0;
    const auto* end = listen.data() + listen.size();
    const auto read = colon == std::string::npos ? std::from_chars_result{end, std::errc::invalid_argument}
                                                 : std::from_chars(listen.data() + colon + 1, end, port);
    if (read.ec != std::errc{} || read.ptr != end || port > 65535)
        give_up(N_("Write --listen as ADDRESS:PORT, for example 127.0.0.1:8080."));
    web::http::Options options;
    options.address = listen.substr(0, colon);
    options.port = static_cast<std::uint16_t>(port);
    return options;
}

std::size_t connections_within(std::size_t descriptors, unsigned workers) {
    constexpr std::size_t for_ourselves = 256;  // half of them for long bodies: http::Body::least_in_file
    constexpr std::size_t for_a_worker = 4;     // the database, its journal, its memory, a temporary file
    const auto reserve = std::min(for_ourselves + for_a_worker * workers, descriptors / 2);
    return std::clamp<std::size_t>(descriptors - reserve, 1, web::http::Options{}.max_connections);
}

std::size_t connections_allowed(unsigned workers) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return connections_within(1024, workers);
    const auto asked = limit.rlim_cur;
    constexpr rlim_t enough = 65'536;  // more would only be more to count
    limit.rlim_cur = std::max(asked, std::min(limit.rlim_max, enough));
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) limit.rlim_cur = asked;
    return connections_within(limit.rlim_cur, workers);
}

namespace {

/// A handler that does not end, or a disk that does not answer, must not keep the program alive.
void end_at_last(int code) {
    std::thread{[code] {
        std::this_thread::sleep_for(longest_ending);
        constexpr std::string_view said = "something did not end in time: the program ends without it\n";
        (void)!::write(STDERR_FILENO, said.data(), said.size());
        std::_Exit(code);
    }}.detach();
}

}  // namespace

EndingSignals::EndingSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGUSR2);  // how we wake the waiting thread ourselves
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

void EndingSignals::serve(web::http::Server& server, const std::string& address) const {
    std::thread waiting{[&] {
        int signal = 0;
        sigwait(&signals_, &signal);
        notify_service_manager("STOPPING=1");
        if (signal != SIGUSR2) end_at_last(code_);
        server.stop();
    }};
    std::cout << "listening on http://" << address << ':' << server.port() << std::endl;
    notify_service_manager("READY=1");
    server.run();
    pthread_kill(waiting.native_handle(), SIGUSR2);
    waiting.join();
}

void EndingSignals::end(int code) {
    code_ = code;
    ::kill(::getpid(), SIGTERM);
}

}  // namespace medskapa::cli
