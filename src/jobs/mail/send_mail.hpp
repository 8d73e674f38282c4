#pragma once

#include "domain/mail/message.hpp"
#include "jobs/mail/smtp.hpp"
#include "store/sql/writer.hpp"

#include <functional>
#include <optional>

namespace medskapa::jobs {

/// Sends what waits in the outbox, one mail at a time: marked before the server is spoken to, so that a mail
/// is never sent twice, whenever the program ends. Used by one thread.
class MailSender {
public:
    /// What a mail says; nothing when there is nothing to say any more.
    using Compose = std::function<std::optional<Message>(sql::Connection&, const Mail&)>;

    MailSender(std::unique_ptr<sql::Connection> reader, sql::Writer&, MailServer, Compose);

    /// Sends all that can be sent now, and returns how many the server took. When the server does not answer,
    /// no more is tried for a while, longer each time. Throws what sql::Writer::write() throws.
    int send(Instant now);
    /// Puts the digests in the outbox whose time it is.
    void write_digests(LocalTime now);
    /// Ends the round in hand: what was on its way is unknown.
    void end() { is_ending_ = true; }
    /// Why nothing could be sent in the last round; empty when nothing was wrong.
    const std::string& trouble() const { return trouble_; }

private:
    std::optional<Delivery> deliver(const Mail&);

    std::unique_ptr<sql::Connection> reader_;
    sql::Writer& writer_;
    MailServer server_;
    SmtpClient client_;
    Compose compose_;
    std::atomic<bool> is_ending_{false};
    bool has_begun_ = false;
    int failures_ = 0;  // of the server, one after another
    Instant rests_until_ = {};
    std::string trouble_;
};

}  // namespace medskapa::jobs
