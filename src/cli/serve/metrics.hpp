#pragma once

#include "store/files/installation.hpp"
#include "store/sql/writer.hpp"
#include "web/http/server.hpp"

#include <string>
#include <thread>

namespace medskapa::cli {

/// What the program itself holds of the machine.
struct ProcessGauges {
    std::size_t descriptors = 0;
    std::size_t most_descriptors = 0;
    std::size_t child_processes = 0;
    std::uint64_t resident_bytes = 0;
};
ProcessGauges gauges_of_process();

/// How far the open log is, and how far it is published.
struct LogGauges {
    std::int64_t entries = 0;
    std::int64_t published = 0;
};

/// Text for Prometheus (exposition format 0.0.4). Without gauges of the server it says that this does not
/// answer.
std::string metrics_text(
    const std::optional<web::http::Gauges>&, const ProcessGauges&, const LogGauges&, std::uint64_t commits);

/// The page /matt, which is /metrics too, on an address of its own, while it lives. Nothing in it is of a
/// person or a network.
class MetricsPage {
public:
    /// Throws std::runtime_error with a sentence for the operator when the address cannot be had.
    MetricsPage(const std::string& address, const store::Installation&, const web::http::Server& watched,
        const sql::Writer&);
    ~MetricsPage();
    MetricsPage(const MetricsPage&) = delete;
    MetricsPage& operator=(const MetricsPage&) = delete;

    std::uint16_t port() const { return server_.port(); }

private:
    web::http::Server server_;
    std::thread thread_;
};

}  // namespace medskapa::cli
