#pragma once

#include "cli/site/mail.hpp"
#include "cli/terminal.hpp"
#include "jobs/backup.hpp"
#include "web/http/rate_limit.hpp"

#include <string>

namespace medskapa::cli {

struct ServeOptions {
    Installation installation;
    std::string listen = "127.0.0.1:8080";
    std::string base_url;
    std::vector<std::string> trusted_proxies;
    unsigned workers = 16;
    std::string metrics;    // ADDRESS:PORT; none: no page of gauges
    std::string witnesses;  // a file
    int queries_a_day = 86'400;
    web::http::Budgets budgets;
    bool waits_for_witnesses = false;
    jobs::BackupKeys backup_keys = {};
    MailSettings mail = {};
    std::string sign_in_services = {};  // a file
    std::string security_log = {};      // a file; empty: stderr
};

/// Serves until SIGTERM or SIGINT. Prints "listening on http://ADDR:PORT" when ready.
int serve(const ServeOptions&);

}  // namespace medskapa::cli
