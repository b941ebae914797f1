/**
 * Labels as people write them in charts of customer service, one a line, by language; some with digits, signs, Latin.
 */
export const labels: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    english: `Answer the call
Verify the customer's identity
Is the order total over €49.90?
AVAILABLE To Wait: Type AVAILABLE
Log ticket #4512 in the CRM
Offer a similar product, or a refund
Product in stock?
Escalate to the shift supervisor
Send the confirmation e-mail to name@example.com
Customer accepts the offer?
See https://example.com/returns/policy?lang=en
Wait for new stock (at most 2 weeks)
Wi-Fi outage in the caller's area?
Transfer to the Technical Team
Refund 100% of the price, fees & VAT
Check the warranty: bought < 24 months ago?
Apologise, then call back within 30 min
Review the chat transcript “word by word”
End
OK?
Has the customer already been told that the delivery will take more than five working days?
Update billing address
Approve credit note no. 12/2026
Pneumonoultramicroscopicsilicovolcanoconiosis`,
    romanian: `Verificați identitatea clientului
Comanda este în stoc?
Actualizați adresa de facturare
Escaladați către șeful de tură
Trimiteți confirmarea prin e-mail
Clientul acceptă oferta?
Rambursați suma de 250 lei
Așteptați răspunsul depozitului (2 zile)
Înregistrați reclamația în sistem
Garanția este încă valabilă?
Sunați înapoi mâine dimineață
Încheiați conversația
Ați înțeles întrebarea?
Plata a eșuat
Transferați la departamentul Vânzări
Țineți clientul la curent
Generați factura nr. 12
Da
Nu
Închideți tichetul și anunțați-l pe client că problema a fost rezolvată`,
    german: `Kundendaten prüfen
Rechnungsadresse aktualisieren
Bestellung auf Lager?
An die Schichtleitung weitergeben
Rückerstattung über 49,90 € veranlassen
Versandbestätigung per E-Mail schicken
Kunde mit dem Ersatzprodukt einverstanden?
Störungsmeldung aufnehmen
Rückruf innerhalb von 30 Minuten
Donaudampfschifffahrtsgesellschaftskapitän
Gewährleistung prüfen: älter als 2 Jahre?
Gespräch beenden
Maße & Gewicht erfassen
Überweisung überfällig?`,
    czech: `Ověřit totožnost zákazníka
Je zboží skladem?
Předat vedoucímu směny
Vrátit peníze na účet
Čekat na odpověď skladu
Příliš žluťoučký kůň úpěl ďábelské ódy
Zavolat zpět do 30 minut
Uzavřít požadavek č. 12
Zażółć gęślą jaźń
İstanbul şubesine bağlanılsın mı?`,
    vietnamese: `Xác nhận đơn hàng
Kiểm tra địa chỉ thanh toán
Sản phẩm còn hàng không?
Chuyển cho quản lý ca trực
Hoàn tiền cho khách hàng
Khách hàng có đồng ý không?
Gửi thư xác nhận trong 24 giờ
Ghi nhận khiếu nại
Đề nghị sản phẩm tương tự
Chờ kho trả lời
Cập nhật thông tin tài khoản
Thẻ tín dụng bị từ chối
Bảo hành còn hiệu lực?
Kết thúc cuộc gọi
Tự động nhắc lại sau 3 ngày làm việc
Ưu đãi VIP 10%
Ghi chú: đã gọi lần thứ hai
Mã đơn #A-1029
Xin lỗi và giải thích nguyên nhân chậm trễ
Nhận phản hồi`,
    greek: `Επαλήθευση ταυτότητας πελάτη
Υπάρχει απόθεμα;
Ενημέρωση διεύθυνσης χρέωσης
Κλιμάκωση στον προϊστάμενο βάρδιας
Επιστροφή χρημάτων 49,90 €
Αποστολή επιβεβαίωσης με e-mail
Ο πελάτης αποδέχεται την προσφορά;
Καταγραφή παραπόνου
ΑΥΤΟΜΑΤΗ Τύπος βλάβης
Αναμονή για νέο απόθεμα (2 εβδομάδες)
Έλεγχος εγγύησης
Κλείσιμο αιτήματος #12
Η πληρωμή απέτυχε
Μεταφορά στο τεχνικό τμήμα
Απάντηση στην κλήση
Ναι
Όχι
Ευχαριστούμε, θα λάβετε τον αριθμό αποστολής
Τέλος
Ώρα λήξης προθεσμίας`,
    russian: `Проверить личность клиента
Товар есть на складе?
Обновить адрес оплаты
Передать старшему смены
Вернуть деньги: 1 250,50 ₽
Отправить подтверждение по почте
Клиент согласен на замену?
Записать жалобу в журнал
Ждать ответа склада (до 2 дней)
Гарантия ещё действует?
Перезвонить в течение 30 минут
Закрыть заявку № 12
Сбой оплаты
Зарегистрировать обращение в системе
Да
Нет
Уточнить номер договора
ГОТОВО: введите код
Перевірити наявність товару
Підтвердити доставку`,
    hebrew: `אימות זהות הלקוח
המוצר במלאי?
עדכון כתובת לחיוב
העברה למנהל משמרת
החזר כספי של 49.90 ₪
שליחת אישור בדוא״ל
הלקוח מסכים להצעה?
רישום תלונה במערכת
המתנה למלאי חדש (שבועיים)
בדיקת אי־התאמה בין ההזמנה לחשבונית
סגירת קריאה #4512
האם חלפו 30 דקות?
שיחה חוזרת תוך 24 שעות
לקוח VIP: טיפול מיידי
שלח SMS ללקוח
צ׳אט עם נציג
כן
לא
סוף
הזמנה מס׳ 12/3 בוטלה
הצעת מוצר דומה, או החזר מלא
העברה לצוות Technical Team
האם הלקוח כבר קיבל הודעה על עיכוב של יותר מחמישה ימי עסקים?
תשלום שנכשל – נסה שוב`,
    niqqud: `אִמּוּת זֶהוּת הַלָּקוֹחַ
בְּדִיקַת מְלַאי
שְׁלִיחַת הוֹדָעָה
הֶחְזֵר כַּסְפִּי
סְגִירַת הַקְּרִיאָה
שִׂיחָה עִם מְנַהֵל
תִּעוּד הַתְּלוּנָה
עִדְכּוּן כְּתֹבֶת
הַאִם הַלָּקוֹחַ מַסְכִּים?
שָׁלוֹם עֲלֵיכֶם`,
    arabic: `التحقق من هوية العميل
هل المنتج متوفر؟
تحديث عنوان الفوترة
تصعيد إلى مشرف الوردية
استرداد المبلغ ٤٩٫٩٠ ريال
إرسال تأكيد بالبريد الإلكتروني
هل يقبل العميل العرض؟
تسجيل الشكوى في النظام
انتظار المخزون الجديد (أسبوعان)
إغلاق التذكرة #4512
معاودة الاتصال خلال 30 دقيقة
عميل VIP: معالجة فورية
إرسال SMS إلى العميل
فشل الدفع
نعم
لا
النهاية
تحويل إلى Technical Team
مُراجَعَةُ الضَّمان
لا إله إلا الله
بررسی هویت مشتری
آیا کالا موجود است؟
پیگیری سفارش شمارهٔ ۱۲
گزارش چگونگی پرداخت`,
    telugu: `కస్టమర్ గుర్తింపును ధృవీకరించండి
ఉత్పత్తి స్టాక్‌లో ఉందా?
బిల్లింగ్ చిరునామాను నవీకరించండి
షిఫ్ట్ సూపర్‌వైజర్‌కు పంపండి
₹500 వాపసు చేయండి
నిర్ధారణ ఇమెయిల్ పంపండి
కస్టమర్ అంగీకరిస్తున్నారా?
ఫిర్యాదును నమోదు చేయండి
కొత్త స్టాక్ కోసం వేచి ఉండండి (2 వారాలు)
టికెట్ #4512 మూసివేయండి
30 నిమిషాల్లో తిరిగి కాల్ చేయండి
VIP కస్టమర్
SMS పంపండి
చెల్లింపు విఫలమైంది
అవును
కాదు
ముగింపు
క్షమించండి, స్త్రీ శక్తి
పర్యవేక్షకుడిని సంప్రదించండి
ఒప్పందాన్ని రద్దు చేయండి`,
    hindi: `ग्राहक की पहचान सत्यापित करें
क्या उत्पाद स्टॉक में है?
बिलिंग पता अद्यतन करें
शिफ्ट पर्यवेक्षक को भेजें
₹500 वापस करें
पुष्टि ईमेल भेजें
क्या ग्राहक सहमत है?
शिकायत दर्ज करें
नए स्टॉक की प्रतीक्षा करें (2 सप्ताह)
टिकट #4512 बंद करें।
30 मिनट के भीतर वापस कॉल करें
VIP ग्राहक
SMS भेजें
भुगतान विफल हुआ
हाँ
नहीं
समाप्त
क्षमा करें, विज्ञप्ति श्रृंखला
आदेश संख्या १२३
तकनीकी टीम को स्थानांतरित करें`,
    thai: `ตรวจสอบตัวตนลูกค้า
มีสินค้าในคลังหรือไม่?
ปรับปรุงที่อยู่เรียกเก็บเงิน
โอนสายให้หัวหน้างาน
คืนเงิน 500 บาท
ส่งอีเมลยืนยัน
ลูกค้ายอมรับข้อเสนอไหม?
บันทึกข้อร้องเรียนในระบบ
รอสินค้าใหม่ (2 สัปดาห์)
ปิดตั๋ว #4512
โทรกลับภายใน 30 นาที
ลูกค้า VIP
ส่ง SMS
การชำระเงินล้มเหลว
ใช่
ไม่ใช่
สิ้นสุด
ขออภัยในความไม่สะดวก น้ำใจ ๑๒๓
เสนอสินค้าที่คล้ายกันหรือคืนเงินทั้งหมด
ติดต่อฝ่ายเทคนิคเพื่อทดสอบอุปกรณ์ก่อนจัดส่ง`,
    chinese: `核实客户身份
产品有库存吗？
更新账单地址
升级给值班主管
退还 49.90 元
发送确认邮件
客户接受报价吗？
登记投诉
等待新库存（最多两周）
关闭工单 #4512
30 分钟内回电
VIP 客户
支付失败（重试）
是
否
结束
服务，然后通知「主管」（夜班）。
提供类似产品，或全额退款
转接技术团队 Technical Team
客户是否已经被告知送货将延迟超过五个工作日？`,
    japanese: `お客様の本人確認
在庫はありますか？
請求先住所を更新する
シフト責任者へエスカレーション
返金手続き（4,990円）
確認メールを送信する
お客様は提案に同意しますか？
クレームを記録する
新しい在庫を待つ（最大2週間）
チケット #4512 をクローズ
30分以内に折り返し電話
VIP のお客様
支払いに失敗しました。
はい
いいえ
終了
「担当者」（夜間）、「上司」へ連絡
アカウントのパスワードをリセットする
ｶﾅ 半角
クレームのクローズ
きっかけを、よくきく。
類似商品の提案、または全額返金`,
    korean: `고객 신원 확인
제품 재고가 있습니까?
청구 주소 업데이트
교대 감독자에게 에스컬레이션
환불 처리 (49,900원)
확인 이메일 전송
고객이 제안을 수락합니까?
불만 사항 기록
새 재고 대기 (최대 2주)
티켓 #4512 닫기
30분 이내 다시 전화
VIP 고객
결제 실패
예
아니요
종료
기술 팀으로 이관
계정 비밀번호 초기화
유사한 제품 제안 또는 전액 환불
상담 내용을 시스템에 등록`,
    emoji: `📞 Call back
✅ Done
❌ Rejected
👩🏽‍💻 Agent answers
🇷🇴 Romania?
⚠️ Warn the customer
❤️ VIP
1️⃣ First try
👨‍👩‍👧 Family plan
💳 Refund €5
🔁 Retry
📧 Send e-mail
⏳ Wait 5 min
🎉🎉 Thank you!
🏳️‍🌈 🙂`,
    mixed: `לקוח VIP: האם 2 ימים?
Order הזמנה #12?
العميل Gold ٢٤ ساعة
CRM పంపండి (Tier 2)
ग्राहक VIP → 24h SLA
验证 OTP 然后 SMS
SLA ΑΒΓ ≤ 30 min
Verificați IBAN / BIC
שלח email@x.com תוך 24 שעות
100% ✓ ₹500 वापसी
顧客 ID → 고객 번호
тест & “quotes” <b>
طلب #12 via WhatsApp
Заказ הזמנה طلب 注文`,
  }).map(([language, text]) => [language, text.split('\n')]),
);

const firstStrongRightToLeft = /^[^A-Za-z\u0370-\u058f\u0900-\u1fff\u3040-\ud7ff]*[\u0590-\u08ff]/;

/** The direction in which a chart with this label would be set. */
export const isRightToLeft = (label: string): boolean => firstStrongRightToLeft.test(label);
