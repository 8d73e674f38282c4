#pragma once

#include "domain/mail/mail.hpp"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

namespace medskapa::jobs {

/// How the mail server is reached.
struct MailServer {
    std::string url;            // "smtp://mail.example.org:587", or smtps://
    std::string from;           // our address, that mail_address() gave
    std::string user = {};      // empty: no authentication
    std::string password = {};  // never in a log
    std::string trusted = {};   // a file of certificates to trust in place of the system's
    bool needs_encryption = true;
    std::chrono::milliseconds connecting{15'000};
    std::chrono::milliseconds answering{60'000};  // the server's longest silence
    std::chrono::milliseconds whole{180'000};     // one mail

    bool operator==(const MailServer&) const = default;
};

/// A client of SMTP (RFC 5321) that knows at each failure whether the words of the mail had begun to go. One
/// recipient a message. Keeps its connection from one message to the next.
class SmtpClient {
public:
    explicit SmtpClient(MailServer);
    ~SmtpClient();
    SmtpClient(const SmtpClient&) = delete;
    SmtpClient& operator=(const SmtpClient&) = delete;

    /// Ends early, as if the connection had broken, once `is_ending`.
    Delivery send(const std::string& to, const std::string& message, const std::atomic<bool>& is_ending);
    /// Whether the server answers, encrypts as it is asked to and lets us in. Ends early once `is_ending`.
    bool reach(const std::atomic<bool>& is_ending);
    /// Why the last one could not be sent, for the operator: a sentence of libcurl's, without any address.
    const std::string& why() const;

private:
    struct Handle;
    MailServer server_;
    std::unique_ptr<Handle> handle_;
};

}  // namespace medskapa::jobs
