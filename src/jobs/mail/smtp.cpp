#include "jobs/mail/smtp.hpp"

#include <curl/curl.h>
#include <cstring>
#include <stdexcept>
#include <string_view>

namespace medskapa::jobs {
namespace {

/// One message on its way.
struct Sending {
    std::string_view rest;
    const std::atomic<bool>* is_ending = nullptr;
    std::string command;           // the last that we gave
    bool words_are_asked = false;  // the server has said 354
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* of) {
    auto& sending = *static_cast<Sending*>(of);
    sending.words_are_asked = true;
    const auto given = sending.rest.substr(0, size * count);
    std::memcpy(to, given.data(), given.size());
    sending.rest.remove_prefix(given.size());
    return given.size();
}

/// libcurl shows the commands nowhere else. They are looked at and forgotten.
int overhear(CURL*, curl_infotype type, char* bytes, std::size_t size, void* of) {
    auto& sending = *static_cast<Sending*>(of);
    const std::string_view said{bytes, std::min<std::size_t>(size, 4)};
    if (type == CURLINFO_HEADER_OUT && said != "QUIT")
        sending.command = said;  // it leaves after a failure too
    return 0;
}

int may_go_on(void* of, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Sending*>(of)->is_ending->load() ? 1 : 0;
}

bool is_of_the_mail(const Sending& sending) {
    return sending.words_are_asked || sending.command == "RCPT" || sending.command == "DATA";
}

/// What is known when the transfer has failed. A refusal of what comes before the recipient is about us, not
/// about the mail: a wrong password must not make every mail bounce.
Delivery failed(const Sending& sending, int reply) {
    using Outcome = Delivery::Outcome;
    const bool is_refused = reply >= 400 && reply < 600;
    if (sending.words_are_asked && !is_refused) return {Outcome::unknown, reply, true};
    if (is_refused && reply >= 500 && is_of_the_mail(sending)) return {Outcome::refused, reply, true};
    const bool is_about_us = !is_refused || !is_of_the_mail(sending) || reply == 421;
    return {Outcome::not_now, is_refused ? reply : 0, !is_about_us};
}

}  // namespace

struct SmtpClient::Handle {
    CURL* curl = curl_easy_init();
    std::string why;

    Handle() {
        if (curl == nullptr) throw std::runtime_error{"libcurl could not be started"};
    }
    ~Handle() { curl_easy_cleanup(curl); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    void reach(const MailServer&) const;
    void give(const std::string& from, const curl_slist* to, Sending&) const;
    void heed(Sending&) const;
};

void SmtpClient::Handle::reach(const MailServer& server) const {
    curl_easy_setopt(curl, CURLOPT_URL, server.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(
        curl, CURLOPT_USE_SSL, static_cast<long>(server.needs_encryption ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (!server.trusted.empty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, server.trusted.c_str());
        curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    }
    if (!server.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(server.connecting.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(server.whole.count()));
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(server.answering);
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(seconds.count()));
}

void SmtpClient::Handle::give(const std::string& from, const curl_slist* to, Sending& sending) const {
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, medskapa::jobs::give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &sending);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, overhear);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &sending);
    heed(sending);
}

/// Whether the program ends.
void SmtpClient::Handle::heed(Sending& sending) const {
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, may_go_on);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &sending);
}

SmtpClient::SmtpClient(MailServer server) : server_{std::move(server)}, handle_{std::make_unique<Handle>()} {}
SmtpClient::~SmtpClient() = default;

const std::string& SmtpClient::why() const {
    return handle_->why;
}

bool SmtpClient::reach(const std::atomic<bool>& is_ending) {
    Sending nothing{{}, &is_ending, {}};
    curl_easy_reset(handle_->curl);
    handle_->reach(server_);
    curl_easy_setopt(handle_->curl, CURLOPT_CONNECT_ONLY, 1L);
    handle_->heed(nothing);
    const auto outcome = curl_easy_perform(handle_->curl);
    handle_->why = outcome == CURLE_OK ? "" : curl_easy_strerror(outcome);
    return outcome == CURLE_OK;
}

Delivery SmtpClient::send(
    const std::string& to, const std::string& message, const std::atomic<bool>& is_ending) {
    Sending sending{message, &is_ending, {}};
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipient{
        curl_slist_append(nullptr, ('<' + to + '>').c_str()), curl_slist_free_all};
    curl_easy_reset(handle_->curl);
    handle_->reach(server_);
    handle_->give('<' + server_.from + '>', recipient.get(), sending);
    const auto outcome = curl_easy_perform(handle_->curl);
    long reply = 0;
    curl_easy_getinfo(handle_->curl, CURLINFO_RESPONSE_CODE, &reply);
    handle_->why = outcome == CURLE_OK ? "" : curl_easy_strerror(outcome);
    if (outcome == CURLE_OK) return {Delivery::Outcome::accepted, static_cast<int>(reply), true};
    return failed(sending, static_cast<int>(reply));
}

}  // namespace medskapa::jobs
