#include "base/system/service_notify.hpp"

#include "support/environment.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <cstring>
#include <string>

using namespace medskapa;

namespace {

/// A service manager that listens where a server is asked to say how far it is.
class Manager {
public:
    explicit Manager(const std::string& path)
        : socket_{::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)}, named_{"NOTIFY_SOCKET", path} {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        REQUIRE(path.size() < sizeof address.sun_path);
        std::memcpy(address.sun_path, path.data(), path.size());
        REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    ~Manager() { ::close(socket_); }
    Manager(const Manager&) = delete;
    Manager& operator=(const Manager&) = delete;

    std::string heard() const {
        char text[64];
        const auto size = ::recv(socket_, text, sizeof text, MSG_DONTWAIT);
        return size < 0 ? "" : std::string(text, static_cast<std::size_t>(size));
    }

private:
    int socket_;
    test::Environment named_;
};

}  // namespace

TEST_CASE("the service manager hears that a server is ready") {
    const test::Scratch scratch;
    const Manager manager{(scratch.folder / "notify").string()};
    CHECK(notify_service_manager("READY=1"));
    CHECK(manager.heard() == "READY=1");
}

TEST_CASE("a server without a service manager, or with one that is gone, goes on") {
    for (const auto& path :
        {std::string{}, std::string{"/nowhere/at/all"}, std::string{"@"}, std::string(200, 'x')}) {
        CAPTURE(path);
        const test::Environment named{"NOTIFY_SOCKET", path};
        CHECK(!notify_service_manager("READY=1"));
    }
}
