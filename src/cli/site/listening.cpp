#include "cli/site/listening.hpp"

#include "base/service_notify.hpp"
#include "cli/terminal.hpp"

#include <pthread.h>
#include <charconv>
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
        server.stop();
    }};
    std::cout << "listening on http://" << address << ':' << server.port() << std::endl;
    notify_service_manager("READY=1");
    server.run();
    pthread_kill(waiting.native_handle(), SIGUSR2);
    waiting.join();
}

}  // namespace medskapa::cli
