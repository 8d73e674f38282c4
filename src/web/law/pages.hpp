#pragma once

#include "web/frame/visit.hpp"

/// What the law asks of every public site, and what robots and browsers ask for by its name. All of it is
/// made from what is filled in on the desk and from what the program does. Where something is not filled in
/// the page shows what is known and names the rest.
namespace medskapa::web::law {

Response accessibility(const Visit&);  // GET  /tillganglighet
Response report_lack(const Visit&);    // POST /tillganglighet
Response personal_data(const Visit&);  // GET  /personuppgifter
Response cookies(const Visit&);        // GET  /kakor
Response contact(const Visit&);        // GET  /kontakt
Response security(const Visit&);       // GET  /.well-known/security.txt: RFC 9116
Response robots(const Visit&);         // GET  /robots.txt: RFC 9309
Response sitemap(const Visit&);        // GET  /sitemap.xml: sitemaps.org
Response icon(const Visit&);           // GET  /favicon.ico

}  // namespace medskapa::web::law
