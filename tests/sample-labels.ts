/**
 * What people write on steps, in languages of several scripts; short and long, with digits, signs and words of others.
 */
export const sampleLabels = {
  en: [
    'Answer the call',
    'Check the stock',
    "Open the customer's account",
    'Ask what the customer needs, and write it down word for word',
    'Refund 20% & tell finance',
    'Done',
    'Send <b>invoice</b> #4711',
  ],
  de: [
    'Anruf annehmen',
    'Rechnung prüfen',
    'Kundendienstmitarbeiterbenachrichtigung verschicken',
    'Rückfrage',
    'Fertig',
  ],
  ro: [
    'Răspunde la apel',
    'Verifică stocul',
    'Înregistrează comanda și anunță depozitul',
    'Închide cazul',
    'Gata',
  ],
  el: [
    'Απάντηση στην κλήση',
    'Έλεγχος αποθέματος',
    'Άνοιγμα λογαριασμού πελάτη στο CRM',
    'Τέλος',
    'Αποστολή',
  ],
  ru: [
    'Ответить на звонок',
    'Проверить наличие',
    'Сообщить клиенту номер заказа',
    'Закрыть обращение',
    'Готово',
  ],
  he: ['מענה לשיחה', 'בדיקת מלאי', 'פתיחת חשבון הלקוח ב־CRM', 'החזר של 20% ללקוח', 'סיום'],
  ar: ['الرد على المكالمة', 'التحقق من المخزون', 'فتح حساب العميل في نظام CRM', 'رد 20٪ من المبلغ', 'تم'],
  hi: ['कॉल का उत्तर दें', 'स्टॉक जाँचें', 'ग्राहक का खाता CRM में खोलें', 'ग्राहक को सूचना दें', 'पूरा हुआ'],
  te: ['కాల్‌కు సమాధానం ఇవ్వండి', 'స్టాక్ తనిఖీ చేయండి', 'కస్టమర్ ఖాతాను CRMలో తెరవండి', 'కస్టమర్‌కు తెలియజేయండి', 'పూర్తయింది'],
  th: ['รับสาย', 'ตรวจสอบสินค้าในคลัง', 'เปิดบัญชีของลูกค้าในระบบ CRM', 'แจ้งลูกค้าให้ทราบ', 'เสร็จสิ้น'],
  zh: ['接听电话', '检查库存', '在CRM系统中打开客户账户', '通知客户并记录原因', '完成'],
  ja: ['電話に出る', '在庫を確認する', 'お客様のアカウントをCRMで開く', 'お客様に連絡する', '完了'],
  ko: ['전화 받기', '재고 확인', 'CRM에서 고객 계정 열기', '고객에게 알리기', '완료'],
  vi: [
    'Trả lời cuộc gọi',
    'Kiểm tra tồn kho',
    'Mở tài khoản của khách hàng trong CRM',
    'Báo cho khách hàng',
    'Xong',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
