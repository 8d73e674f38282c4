#include "cli/interruption.hpp"

#include <csignal>

namespace medskapa::cli {
namespace {

volatile std::sig_atomic_t came = 0;

extern "C" void note(int) {
    came = 1;
}

}  // namespace

Interruption::Interruption() {
    came = 0;
    struct sigaction noted {};
    noted.sa_handler = note;
    noted.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigemptyset(&noted.sa_mask);
    for (const int signal : {SIGINT, SIGTERM}) ::sigaction(signal, &noted, nullptr);
}

Interruption::~Interruption() {
    for (const int signal : {SIGINT, SIGTERM}) (void)std::signal(signal, SIG_DFL);
}

bool Interruption::is_asked_for() const {
    return came != 0;
}

}  // namespace medskapa::cli
